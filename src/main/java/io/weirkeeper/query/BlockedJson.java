package io.weirkeeper.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirkeeper.core.penalty.PenaltyKind;
import io.weirkeeper.core.standing.Standing;
import java.util.Optional;

/** An entry of the block list, in JSON. */
final class BlockedJson {
    private BlockedJson() {}

    /**
     * The entry of a sender, if it is blocked for good or by an operator. Who is both is listed by the operator's block.
     *
     * @param standing what holds now
     */
    static Optional<JsonNode> of(String sender, Standing standing) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("sender", sender);
        if (standing.block().isPresent()) {
            SenderJson.writeBlock(standing.block().get(), json.put("source", "OPERATOR"));
            return Optional.of(json);
        }
        return standing.penalty()
                .filter(imposed -> imposed.penalty().kind() == PenaltyKind.PERMANENT)
                .map(imposed -> {
                    SenderJson.writePenalty(imposed, json.put("source", "PENALTY"));
                    json.remove("kind");
                    return json;
                });
    }
}
