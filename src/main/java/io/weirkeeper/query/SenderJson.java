package io.weirkeeper.query;

import static io.weirkeeper.query.LimitJson.putTime;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirkeeper.core.gate.SubjectView;
import io.weirkeeper.core.standing.Standing;
import io.weirkeeper.events.wire.IsoTime;

/** What is known of a sender, in JSON; what does not hold is left out. */
final class SenderJson {
    private static final String UNTIL = "until";

    private SenderJson() {}

    static ObjectNode write(String sender, SubjectView view, long policyVersion) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("sender", sender)
                .put("at", IsoTime.format(view.at()))
                .put("policyVersion", policyVersion)
                .put("tier", view.tier().label());
        writeStanding(view.standing(), json.putObject("standing"));
        json.putObject("listed")
                .put("blocked", view.listed().blocked())
                .put("trusted", view.listed().trusted())
                .put("admin", view.listed().admin());
        view.standing().penalty().ifPresent(imposed -> writePenalty(imposed, json.putObject("penalty")));
        writeLedger(view, json.putObject("ledger"));
        long queued = view.waiting().queued();
        json.putObject("waiting")
                .put("quiet", view.waiting().held().size() - queued)
                .put("room", queued);
        json.set("limits", LimitJson.write(view.limits()));
        return json;
    }

    private static void writeStanding(Standing standing, ObjectNode json) {
        standing.block().ifPresent(block -> writeBlock(block, json.putObject("blocked")));
        standing.trust().ifPresent(term -> putTime(json.putObject("trusted"), UNTIL, term.until()));
        standing.registration().ifPresent(term -> putTime(json.putObject("registered"), UNTIL, term.until()));
    }

    static void writeBlock(Standing.Block block, ObjectNode json) {
        json.put("since", IsoTime.format(block.at()));
        putTime(json, UNTIL, block.term().until());
        block.by().ifPresent(by -> json.put("by", by));
        block.reason().ifPresent(reason -> json.put("reason", reason));
    }

    static void writePenalty(Standing.Imposed imposed, ObjectNode json) {
        json.put("kind", imposed.penalty().kind().name());
        json.put("since", IsoTime.format(imposed.at()));
        putTime(json, UNTIL, imposed.penalty().until());
        json.put("strikes", imposed.penalty().strikes());
        json.put("rule", imposed.rule());
    }

    private static void writeLedger(SubjectView view, ObjectNode json) {
        json.put("strikes", view.strikes());
        ArrayNode violations = json.putArray("violations");
        view.violations()
                .forEach(strike -> violations
                        .addObject()
                        .put("at", IsoTime.format(strike.at()))
                        .put("strikes", strike.points()));
        ArrayNode episodes = json.putArray("episodes");
        view.episodes().forEach(episode -> {
            ObjectNode one = episodes.addObject();
            episode.rule().ifPresent(rule -> one.put("rule", rule));
            one.put(UNTIL, IsoTime.format(episode.until()));
        });
    }
}
