package io.weirkeeper.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirkeeper.core.gate.Inquiry;
import io.weirkeeper.core.gate.LimitUsage;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.service.NotReadyException;
import java.util.List;
import java.util.Optional;

/** What this instance can answer by itself; the partition is that whose task knows it. */
interface Here {

    /** What is known of a sender. */
    ObjectNode sender(Inquiry inquiry, int partition) throws NotReadyException;

    /** What would become of a message, which has a subject. */
    ObjectNode check(Message message, int partition) throws NotReadyException;

    /** Whether and how a sender is blocked. */
    Optional<JsonNode> blocked(String sender, int partition) throws NotReadyException;

    /** The first who are blocked, after that sender. */
    BlocklistPart blocklist(Optional<String> after) throws NotReadyException;

    /** The limits of the global gate. */
    List<LimitUsage> globalLimits(int partition) throws NotReadyException;

    /** How many partitions there are, here or elsewhere. */
    int partitions();

    /** Of whom a message is; nothing if it does not say. */
    Optional<String> subject(Message message);
}
