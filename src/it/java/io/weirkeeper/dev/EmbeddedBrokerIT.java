package io.weirkeeper.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
    private static final int ANY_PORT = 0;
    private static final String TOPIC = "greetings";

    @TempDir
    Path directory;

    @Test
    void aRecordIsStillThereAfterARestartOnAnotherPort() throws Exception {
        try (EmbeddedBroker first = EmbeddedBroker.start(directory, ANY_PORT)) {
            createTopic(first);
            send(first, "hello");
        }

        try (EmbeddedBroker second = EmbeddedBroker.start(directory, ANY_PORT)) {
            assertThat(read(second)).containsExactly("hello");
        }
    }

    @Test
    void aBusyPortIsRefusedBeforeAnythingIsWritten() throws Exception {
        Path untouched = directory.resolve("untouched");
        try (LoopbackSocket taken = LoopbackSocket.bind(ANY_PORT)) {
            assertThatExceptionOfType(BrokerStartException.class)
                    .isThrownBy(() -> EmbeddedBroker.start(untouched, taken.port()))
                    .withMessage("port %d is in use; choose another with --port", taken.port());
        }
        assertThat(untouched).doesNotExist();
    }

    @Test
    void aDirectoryBelongsToOneBrokerAtATime() throws Exception {
        try (EmbeddedBroker owner = EmbeddedBroker.start(directory, ANY_PORT)) {
            assertThatExceptionOfType(BrokerStartException.class)
                    .isThrownBy(() -> EmbeddedBroker.start(directory, ANY_PORT))
                    .withMessage("data directory %s is in use by another running broker", directory);

            createTopic(owner);
            assertThat(topics(owner)).containsExactly(TOPIC);
        }
    }

    @Test
    void twoBrokersInDifferentDirectoriesKnowNothingOfEachOther() throws Exception {
        try (EmbeddedBroker one = EmbeddedBroker.start(directory.resolve("one"), ANY_PORT);
                EmbeddedBroker other = EmbeddedBroker.start(directory.resolve("other"), ANY_PORT)) {
            createTopic(one);

            assertThat(topics(one)).containsExactly(TOPIC);
            assertThat(topics(other)).isEmpty();
            assertThat(clusterId(one)).isNotEqualTo(clusterId(other));
        }
    }

    @Test
    void aFailedStartSaysWhereAndGivesTheDirectoryBack() throws Exception {
        Path stray = Files.createDirectories(directory.resolve("kafka/not-of-kafka"));

        assertThatExceptionOfType(BrokerStartException.class)
                .isThrownBy(() -> EmbeddedBroker.start(directory, ANY_PORT))
                .withMessageStartingWith("the broker did not start in " + directory + ": ");

        Files.delete(stray);
        try (EmbeddedBroker repaired = EmbeddedBroker.start(directory, ANY_PORT)) {
            assertThat(topics(repaired)).isEmpty();
        }
    }

    @Test
    void closingTwiceDoesNoHarm() throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.start(directory, ANY_PORT);
        broker.close();
        broker.close();
    }

    private static void createTopic(EmbeddedBroker broker) throws Exception {
        try (Admin admin = admin(broker)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static Set<String> topics(EmbeddedBroker broker) throws Exception {
        try (Admin admin = admin(broker)) {
            return admin.listTopics().names().get();
        }
    }

    private static String clusterId(EmbeddedBroker broker) throws Exception {
        try (Admin admin = admin(broker)) {
            return admin.describeCluster().clusterId().get();
        }
    }

    private static void send(EmbeddedBroker broker, String text) throws Exception {
        try (var producer = new KafkaProducer<>(settings(broker), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, text)).get();
        }
    }

    private static List<String> read(EmbeddedBroker broker) {
        try (var consumer = new KafkaConsumer<>(settings(broker), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = List.of(new TopicPartition(TOPIC, 0));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return consumer.poll(Duration.ofSeconds(30)).records(partitions.get(0)).stream()
                    .map(record -> record.value())
                    .toList();
        }
    }

    private static Admin admin(EmbeddedBroker broker) {
        return Admin.create(settings(broker));
    }

    private static Map<String, Object> settings(EmbeddedBroker broker) {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }
}
