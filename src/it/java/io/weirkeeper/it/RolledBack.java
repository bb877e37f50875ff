package io.weirkeeper.it;

import io.weirkeeper.config.Settings;
import io.weirkeeper.events.AllowedMessage;
import io.weirkeeper.events.InboundMessage;
import io.weirkeeper.registry.RegistrySerde;
import io.weirkeeper.service.Formats;
import io.weirkeeper.service.KafkaClients;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Verdicts that were written and taken back, as by a crash of the gate: who reads committed records never sees them. */
final class RolledBack {
    private RolledBack() {}

    /** One on each partition of the topic of allowed messages. */
    static void onAllPartitions(Settings settings, int partitions) throws Exception {
        String topic = settings.topics().allowedMessages();
        RegistrySerde<AllowedMessage> serde = Formats.registry(settings).of(AllowedMessage.class);
        Map<String, Object> properties = new HashMap<>(KafkaClients.producer(settings));
        properties.put("transactional.id", settings.applicationId() + "-rolled-back");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (int partition = 0; partition < partitions; partition++) {
                producer.send(new ProducerRecord<>(topic, partition, "rolled back", serde.encode(topic, verdict())))
                        .get();
            }
            producer.abortTransaction();
        }
    }

    private static AllowedMessage verdict() {
        InboundMessage message = InboundMessage.newBuilder()
                .setId("rolled-back")
                .setChannel("sms")
                .setSender("rolled back")
                .setBody("never answer this")
                .setSentAt(Instant.EPOCH)
                .setAttributes(Map.of())
                .build();
        return AllowedMessage.newBuilder()
                .setMessage(message)
                .setDecidedAt(Instant.EPOCH)
                .setPolicyVersion(0)
                .setFlags(List.of())
                .setAbsorbed(List.of())
                .build();
    }
}
