package io.weirkeeper.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirkeeper.core.gate.Inquiry;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.query.Asker;
import io.weirkeeper.query.Queries;
import io.weirkeeper.service.NotReadyException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers with what it was asked, and knows that x is blocked. */
final class FakeQueries implements Queries {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String AT = "2026-01-01T00:00:00.000Z";

    final List<Asker> askers = new ArrayList<>();
    final List<Inquiry> inquiries = new ArrayList<>();
    volatile boolean isReady = true;

    @Override
    public synchronized JsonNode sender(Inquiry inquiry, Asker asker) throws NotReadyException {
        asked(asker);
        inquiries.add(inquiry);
        ObjectNode json = JSON.objectNode()
                .put("sender", inquiry.subject())
                .put("at", AT)
                .put("policyVersion", 1)
                .put("tier", "normal");
        json.putObject("standing");
        json.putObject("listed").put("blocked", false).put("trusted", false).put("admin", false);
        ObjectNode ledger = json.putObject("ledger").put("strikes", 0);
        ledger.putArray("violations");
        ledger.putArray("episodes");
        json.putObject("waiting").put("quiet", 0).put("room", 0);
        json.putArray("limits");
        return json;
    }

    @Override
    public Optional<String> subject(Message message) {
        return Optional.of(message.sender());
    }

    @Override
    public JsonNode check(Message message, Asker asker) throws NotReadyException {
        asked(asker);
        return JSON.objectNode()
                .put("at", AT)
                .put("verdict", "ALLOWED")
                .put("id", message.id())
                .put("sender", message.sender());
    }

    @Override
    public JsonNode blocklist(Optional<String> after, Asker asker) throws NotReadyException {
        asked(asker);
        ObjectNode json = JSON.objectNode();
        json.putArray("senders").add(entry());
        return json;
    }

    @Override
    public Optional<JsonNode> blocked(String sender, Asker asker) throws NotReadyException {
        asked(asker);
        return sender.equals("x") ? Optional.of(entry()) : Optional.empty();
    }

    private static ObjectNode entry() {
        return JSON.objectNode().put("sender", "x").put("source", "OPERATOR").put("since", AT);
    }

    @Override
    public JsonNode globalLimits(Asker asker) throws NotReadyException {
        asked(asker);
        ObjectNode json = JSON.objectNode();
        json.putArray("limits");
        return json;
    }

    private synchronized void asked(Asker asker) throws NotReadyException {
        askers.add(asker);
        if (!isReady) {
            throw new NotReadyException("secret-host does not answer");
        }
    }
}
