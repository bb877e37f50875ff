package io.weirkeeper.streams;

import io.weirkeeper.core.gate.Decision;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.message.MessageField;
import io.weirkeeper.core.verdict.Allowed;
import io.weirkeeper.core.verdict.AuditEvent;
import io.weirkeeper.core.verdict.Blocked;
import io.weirkeeper.core.verdict.Debounced;
import io.weirkeeper.core.verdict.Effect;
import io.weirkeeper.core.verdict.NearLimit;
import io.weirkeeper.core.verdict.Transfer;
import io.weirkeeper.core.verdict.Verdict;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Sends what was decided to the sinks of a gate, each under its key and with its time. */
record Effects(ProcessorContext<String, Object> context, Outlets outlets, MessageField keyedBy, GateMeter meter) {
    private static final Headers NONE = new RecordHeaders();

    /** Sends what no message caused that has just come. */
    void send(Decision decision) {
        send(decision, "", NONE);
    }

    /**
     * Sends all effects of a decision.
     *
     * @param cause the id of the message that has just come; its verdict takes the headers of its record along
     */
    void send(Decision decision, String cause, Headers headers) {
        for (Effect effect : decision.effects()) {
            send(effect, cause, headers);
        }
    }

    private void send(Effect effect, String cause, Headers headers) {
        if (effect instanceof Verdict verdict) {
            String subject = keyedBy.of(verdict.message()).orElse("");
            Headers own = headers(verdict.message(), cause, headers);
            context.forward(new Record<>(subject, verdict, verdict.decidedAt(), own), sink(verdict));
            meter.verdict(verdict, context.currentSystemTimeMs());
        } else if (effect instanceof AuditEvent event) {
            context.forward(new Record<>(event.subject(), event, event.at(), NONE), outlets.penalties());
            meter.audit(event);
        } else if (effect instanceof Transfer transfer) {
            String key = new GateKey(transfer.gate(), transfer.value()).toString();
            Headers own = headers(transfer.candidate().message(), cause, headers);
            context.forward(
                    new Record<>(key, new GateInput.Passage(transfer.candidate()), transfer.at(), own),
                    outlets.transfers());
        } else if (effect instanceof NearLimit near) {
            meter.nearLimit(near.rule());
        }
    }

    private static Headers headers(Message message, String cause, Headers headers) {
        return message.id().equals(cause) ? headers : NONE;
    }

    private String sink(Verdict verdict) {
        if (verdict instanceof Allowed) {
            return outlets.allowed();
        } else if (verdict instanceof Debounced) {
            return outlets.debounced();
        } else if (verdict instanceof Blocked) {
            return outlets.blocked();
        }
        throw new IllegalArgumentException("unknown verdict: " + verdict);
    }
}
