package io.weirkeeper.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicCheckTest {
    private static final int MEBIBYTE = 1 << 20;

    private final TopicLayout layout = new TopicLayout(new Topics("eu."));
    private final TopicCheck check = new TopicCheck(layout, "--bootstrap-server b:1 --topic-prefix eu.");

    @Test
    void topicsAsTheyAreCreatedAreGood() {
        assertThat(check.problems(asCreated())).isEmpty();
    }

    @Test
    void missingTopicsAreNamedWithTheCommandThatCreatesThem() {
        Map<String, TopicFacts> found = asCreated();
        found.remove("eu.blocked-messages");
        found.remove("eu.gate-control");
        assertThat(check.problems(found))
                .isEqualTo(List.of("missing topics: eu.blocked-messages, eu.gate-control; create them with: "
                        + "weir topics create --bootstrap-server b:1 --topic-prefix eu."));
    }

    @Test
    void whatTheGatesSendEachOtherAndReadIsNeededToo() {
        assertThat(layout.names()).contains("eu.gate-transfers", "eu.gate-lists", "eu.delivery-reports");
    }

    @Test
    void messagesAndControlEventsMustHaveEquallyManyPartitions() {
        Map<String, TopicFacts> found = asCreated();
        found.put("eu.gate-control", new TopicFacts(1, MEBIBYTE));
        assertThat(check.problems(found))
                .isEqualTo(List.of("eu.inbound-messages has 6 partitions and eu.gate-control has 1, but they must have"
                        + " the same number; mend it with: weir topics create --grow"
                        + " --bootstrap-server b:1 --topic-prefix eu."));
    }

    @Test
    void deadLettersNeedRoomForTheLargestRecordAndItsHeaders() {
        Map<String, TopicFacts> found = asCreated();
        found.put("eu.dead-letter-messages", new TopicFacts(6, TopicLayout.INBOUND_BYTES));
        assertThat(check.problems(found)).hasSize(1);
        assertThat(check.problems(found).get(0))
                .startsWith("eu.dead-letter-messages takes records of 2097152 bytes")
                .contains("weir topics create --grow");
    }

    @Test
    void otherTopicsMayHaveAnyNumberOfPartitions() {
        Map<String, TopicFacts> found = asCreated();
        found.put("eu.allowed-messages", new TopicFacts(50, MEBIBYTE));
        assertThat(check.problems(found)).isEmpty();
    }

    private Map<String, TopicFacts> asCreated() {
        Map<String, TopicFacts> facts = new HashMap<>();
        layout.specs(6, InboundTime.ARRIVAL)
                .forEach(spec -> facts.put(
                        spec.name(),
                        new TopicFacts(
                                spec.partitions(),
                                Integer.parseInt(spec.configs().getOrDefault("max.message.bytes", "1048588")))));
        return facts;
    }
}
