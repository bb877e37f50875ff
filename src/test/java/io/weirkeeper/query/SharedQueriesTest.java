package io.weirkeeper.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirkeeper.core.gate.Inquiry;
import io.weirkeeper.core.gate.LimitUsage;
import io.weirkeeper.core.limit.Rate;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.message.MessageField;
import io.weirkeeper.service.NotReadyException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is asked, and for what. */
class SharedQueriesTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Instance OTHER = new Instance("gate-2", 8080);
    private static final Asker USER = new Asker(Optional.of("Bearer t"), false);
    private static final Asker INSTANCE = new Asker(Optional.of("Bearer t"), true);
    private static final List<LimitUsage> LIMITS = List.of(
            new LimitUsage("none", new Rate(5, 60_000), false, Optional.empty()),
            new LimitUsage(
                    "all",
                    new Rate(1_000, 3_600_000),
                    true,
                    Optional.of(new LimitUsage.Room(1_000, 0, OptionalLong.of(7_000), OptionalLong.of(5_000)))));

    private final List<String> asked = new ArrayList<>();
    private Owner owner = new Owner.There(OTHER);
    private PeerAnswer answer = new PeerAnswer(200, JSON.objectNode().put("from", "other"));
    private BlocklistPart part = part(0, 0);

    private final Peers peers = new Peers() {
        @Override
        public Owner ownerOf(String subject) {
            return owner;
        }

        @Override
        public List<Instance> others() {
            return List.of(OTHER);
        }

        @Override
        public PeerAnswer ask(
                Instance instance, String target, Optional<JsonNode> body, Optional<String> authorization) {
            asked.add(instance + " " + target
                    + body.map(json -> " " + json.path("body").asText()).orElse("") + " "
                    + authorization.orElse("nobody"));
            return answer;
        }
    };

    private final Here here = new Here() {
        @Override
        public ObjectNode sender(Inquiry inquiry, int partition) {
            return JSON.objectNode().put("from", "here");
        }

        @Override
        public ObjectNode check(Message message, int partition) {
            return JSON.objectNode().put("from", "here");
        }

        @Override
        public Optional<JsonNode> blocked(String sender, int partition) {
            return Optional.empty();
        }

        @Override
        public BlocklistPart blocklist(Optional<String> after) {
            return part;
        }

        @Override
        public List<LimitUsage> globalLimits(int partition) {
            return LIMITS;
        }

        @Override
        public int partitions() {
            return 2;
        }

        @Override
        public Optional<String> subject(Message message) {
            return Optional.of(message.sender());
        }
    };

    private final SharedQueries queries = new SharedQueries(peers, () -> owner, here);

    /** Senders of one partition, every second one. */
    private static BlocklistPart part(int partition, int senders) {
        List<JsonNode> found = IntStream.range(0, senders)
                .mapToObj(i -> (JsonNode) JSON.objectNode().put("sender", String.format("s%04d", 2 * i + partition)))
                .toList();
        return BlocklistPart.of(found, Optional.empty(), Set.of(partition));
    }

    @Test
    void theInstanceThatKnowsIsAskedWithWhatTheAskerHasShown() throws Exception {
        Inquiry inquiry = new Inquiry("a/b+\u00e9 %", Map.of(MessageField.CONVERSATION, "4&2"));
        assertThat(queries.sender(inquiry, USER).path("from").asText()).isEqualTo("other");
        queries.check(Message.of("1", "sms", "a", "hello", 0), USER);
        assertThat(asked)
                .containsExactly(
                        "gate-2:8080 /v1/senders/a%2Fb%2B%C3%A9%20%25?conversation=4%262 Bearer t",
                        "gate-2:8080 /v1/check hello Bearer t");
    }

    @Test
    void whatIsKnownHereIsNotAskedElsewhere() throws Exception {
        owner = new Owner.Here(1);
        Message message = Message.of("1", "sms", "a", "hello", 0);
        for (Asker asker : List.of(USER, INSTANCE)) {
            assertThat(queries.sender(new Inquiry("a", Map.of()), asker)
                            .path("from")
                            .asText())
                    .isEqualTo("here");
            assertThat(queries.check(message, asker).path("from").asText()).isEqualTo("here");
            assertThat(queries.blocked("a", asker)).isEmpty();
            assertThat(queries.now(asker)).isEqualTo(LIMITS);
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void aQuestionOfAnotherInstanceGoesNoFurther() {
        assertThatThrownBy(() -> queries.sender(new Inquiry("a", Map.of()), INSTANCE))
                .isInstanceOf(NotReadyException.class);
        assertThatThrownBy(() -> queries.check(Message.of("1", "sms", "a", "hello", 0), INSTANCE))
                .isInstanceOf(NotReadyException.class);
        assertThatThrownBy(() -> queries.blocked("a", INSTANCE)).isInstanceOf(NotReadyException.class);
        assertThatThrownBy(() -> queries.globalLimits(INSTANCE)).isInstanceOf(NotReadyException.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void whoIsNotBlockedElsewhereIsNotBlocked() throws Exception {
        answer = new PeerAnswer(404, JSON.objectNode());
        assertThat(queries.blocked("a", USER)).isEmpty();
        answer = new PeerAnswer(401, JSON.objectNode());
        assertThatThrownBy(() -> queries.blocked("a", USER)).isInstanceOf(NotReadyException.class);
    }

    @Test
    void theLimitsOfTheGlobalGateComeFromWhereTheyAreCounted() throws Exception {
        ObjectNode json = JSON.objectNode();
        json.set("limits", LimitJson.write(LIMITS));
        answer = new PeerAnswer(200, json);
        assertThat(queries.now(USER)).isEqualTo(LIMITS);
        assertThat(asked).containsExactly("gate-2:8080 /v1/global-limits Bearer t");
        answer = new PeerAnswer(
                200, JSON.objectNode().set("limits", JSON.arrayNode().add("?")));
        assertThatThrownBy(() -> queries.now(USER)).isInstanceOf(NotReadyException.class);
    }

    @Test
    void theBlockListIsPutTogetherInPages() throws Exception {
        part = part(0, 70);
        answer = new PeerAnswer(200, part(1, 70).part());
        JsonNode page = queries.blocklist(Optional.of("a+"), USER);
        assertThat(asked).containsExactly("gate-2:8080 /v1/blocklist?after=a%2B Bearer t");
        assertThat(page.path("senders")).hasSize(100);
        assertThat(page.path("next").asText()).isEqualTo("s0099");
        assertThat(page.at("/senders/1/sender").asText()).isEqualTo("s0001");
        assertThat(page.has("partitions")).isFalse();
    }

    @Test
    void thereIsAnotherPageIfOneOfThemHasMore() throws Exception {
        part = part(0, 0);
        answer = new PeerAnswer(200, part(1, 101).part());
        JsonNode page = queries.blocklist(Optional.empty(), USER);
        assertThat(page.path("senders")).hasSize(100);
        assertThat(page.has("next")).isTrue();
        answer = new PeerAnswer(200, part(1, 100).part());
        assertThat(queries.blocklist(Optional.empty(), USER).has("next")).isFalse();
    }

    @Test
    void aPageEndsWhereTheFirstOfThemHasNotLookedFurther() throws Exception {
        part = part(0, 3);
        List<JsonNode> found = List.of(JSON.objectNode().put("sender", "s0001"));
        answer = new PeerAnswer(
                200, BlocklistPart.of(found, Optional.of("s0003"), Set.of(1)).part());
        JsonNode page = queries.blocklist(Optional.empty(), USER);
        assertThat(page.path("senders"))
                .extracting(each -> each.path("sender").asText())
                .containsExactly("s0000", "s0001", "s0002");
        assertThat(page.path("next").asText()).isEqualTo("s0003");
    }

    @Test
    void anEmptyPageOfAnotherInstanceSaysThatThereIsMore() throws Exception {
        part = part(0, 3);
        answer = new PeerAnswer(
                200, BlocklistPart.of(List.of(), Optional.of("r"), Set.of(1)).part());
        JsonNode page = queries.blocklist(Optional.empty(), USER);
        assertThat(page.path("senders")).isEmpty();
        assertThat(page.path("next").asText()).isEqualTo("r");
    }

    @Test
    void aBlockListWithAGapIsNone() throws Exception {
        answer = new PeerAnswer(200, part(0, 3).part());
        assertThatThrownBy(() -> queries.blocklist(Optional.empty(), USER)).isInstanceOf(NotReadyException.class);
        assertThat(queries.blocklist(Optional.empty(), INSTANCE).path("partitions"))
                .hasSize(1);
    }

    @Test
    void theOrderIsThatOfTheBytes() {
        String beyond = "\ud83d\ude00";
        String below = "\uff61";
        List<JsonNode> found = List.of(
                JSON.objectNode().put("sender", beyond), JSON.objectNode().put("sender", below));
        assertThat(BlocklistPart.of(found, Optional.empty(), Set.of(0)).senders())
                .extracting(each -> each.path("sender").asText())
                .containsExactly(below, beyond);
    }
}
