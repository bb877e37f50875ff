package io.weirkeeper.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirkeeper.core.gate.Inquiry;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.service.NotReadyException;
import java.util.Optional;

/**
 * What the gates know, wherever it is kept; answers are JSON. All methods throw {@link NotReadyException} while the one that knows
 * cannot be asked, and if the asker is another instance and this one does not know.
 */
public interface Queries {

    /** What is known of a sender. */
    JsonNode sender(Inquiry inquiry, Asker asker) throws NotReadyException;

    /** Of whom a message is; nothing if it does not say. */
    Optional<String> subject(Message message);

    /** What would become of a message, which has a subject. */
    JsonNode check(Message message, Asker asker) throws NotReadyException;

    /** The first who are blocked, after that sender. */
    JsonNode blocklist(Optional<String> after, Asker asker) throws NotReadyException;

    /** How a sender is blocked; nothing if it is not. */
    Optional<JsonNode> blocked(String sender, Asker asker) throws NotReadyException;

    /** The limits of the global gate. */
    JsonNode globalLimits(Asker asker) throws NotReadyException;
}
