package io.weirkeeper.registry;

import io.weirkeeper.events.AllowedMessage;
import io.weirkeeper.events.BlockedMessage;
import io.weirkeeper.events.ControlEvent;
import io.weirkeeper.events.DebouncedMessage;
import io.weirkeeper.events.DeliveryReport;
import io.weirkeeper.events.InboundMessage;
import io.weirkeeper.events.SenderPenalty;
import io.weirkeeper.topics.Topics;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.avro.Schema;

/** The schemas of all topics with Avro values, held against a registry. */
public final class GateSchemas {
    private final RegistryClient client;
    private final Map<String, Schema> bySubject = new LinkedHashMap<>();

    private GateSchemas(RegistryClient client, SubjectNaming naming, Topics topics) {
        this.client = client;
        Map<String, Schema> byTopic = new LinkedHashMap<>();
        byTopic.put(topics.inboundMessages(), InboundMessage.getClassSchema());
        byTopic.put(topics.gateControl(), ControlEvent.getClassSchema());
        byTopic.put(topics.deliveryReports(), DeliveryReport.getClassSchema());
        byTopic.put(topics.allowedMessages(), AllowedMessage.getClassSchema());
        byTopic.put(topics.debouncedMessages(), DebouncedMessage.getClassSchema());
        byTopic.put(topics.blockedMessages(), BlockedMessage.getClassSchema());
        byTopic.put(topics.senderPenalties(), SenderPenalty.getClassSchema());
        byTopic.forEach((topic, schema) -> bySubject.put(naming.subject(topic, schema), schema));
    }

    /**
     * Those of these topics at the registry of the settings.
     *
     * @throws IOException if a store of certificates or keys cannot be read; the message names it
     */
    public static GateSchemas at(RegistrySettings settings, Topics topics) throws IOException {
        return new GateSchemas(RegistryClient.open(settings, CallLimits.DEFAULT), settings.naming(), topics);
    }

    /**
     * Makes each the next version of its subject, unless it is a version already.
     *
     * @param registered hears of each subject and its id
     */
    public void register(BiConsumer<String, Integer> registered) {
        bySubject.forEach((subject, schema) -> registered.accept(subject, client.register(subject, schema)));
    }

    /** Whether each may follow the latest version of its subject. */
    public Map<String, CompatibilityCheck> check() {
        Map<String, CompatibilityCheck> checks = new LinkedHashMap<>();
        bySubject.forEach((subject, schema) -> checks.put(subject, client.check(subject, schema)));
        return checks;
    }
}
