package io.weirkeeper.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.message.MessageField;
import io.weirkeeper.query.Asker;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions about senders and messages. */
class QueriesOverHttpTest {
    private final FakeGate gate;

    QueriesOverHttpTest() throws Exception {
        gate = FakeGate.guarded();
    }

    @AfterEach
    void close() {
        gate.close();
    }

    private HttpResponse<String> get(String path, String... more) throws Exception {
        String[] headers = {"Authorization", "Bearer " + FakeGate.READ};
        return more.length == 0 ? gate.get(path, headers) : gate.get(path, headers[0], headers[1], more[0], more[1]);
    }

    private HttpResponse<String> check(String body) throws Exception {
        return gate.ask("POST", "/v1/check", body, FakeGate.bearer(FakeGate.READ));
    }

    @Test
    void theFieldsOfAMessageStandInTheQuery() throws Exception {
        assertThat(get("/v1/senders/a%2Fb?conversation=4%202&command=Open").statusCode())
                .isEqualTo(200);
        assertThat(gate.queries.inquiries).singleElement().satisfies(inquiry -> {
            assertThat(inquiry.subject()).isEqualTo("a/b");
            assertThat(inquiry.fields())
                    .isEqualTo(Map.of(MessageField.CONVERSATION, "4 2", MessageField.COMMAND, "Open"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/senders/a?body=x", "/v1/senders/a?user=b&user=c", "/v1/blocklist?before=a"})
    void otherQuestionsAreRefused(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(400);
        assertThat(gate.queries.askers).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/senders/a", "/v1/blocklist", "/v1/blocklist/x", "/v1/global-limits"})
    void readingNeedsAToken(String path) throws Exception {
        assertThat(gate.get(path).statusCode()).isEqualTo(401);
        assertThat(gate.queries.askers).isEmpty();
        assertThat(get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void whoAsksIsPassedOn() throws Exception {
        get("/v1/senders/a");
        get("/v1/senders/a", Asker.HOP, Asker.ONE_HOP);
        Optional<String> authorization = Optional.of("Bearer " + FakeGate.READ);
        assertThat(gate.queries.askers)
                .containsExactly(new Asker(authorization, false), new Asker(authorization, true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"body":"x"}                                  | sender
            {"sender":"a"}                                | body
            {"sender":"","body":"x"}                      | sender
            {"sender":"a","body":7}                       | body
            {"sender":"a","body":"x","priority":10}       | priority
            {"sender":"a","body":"x","sentAt":"tomorrow"} | sentAt
            {"sender":"a","body":"x","attributes":[]}     | attributes
            """)
    void anInvalidMessageIsAProblemThatNamesTheField(String body, String field) throws Exception {
        HttpResponse<String> answer = check(body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("the message: " + field);
        assertThat(gate.queries.askers).isEmpty();
    }

    @Test
    void aCheckNeedsABodyAndItsOwnIdIsNobodyElses() throws Exception {
        assertThat(check("").statusCode()).isEqualTo(400);
        String body = "{\"sender\":\"a\",\"body\":\"\"}";
        assertThat(check(body).body())
                .contains("\"id\":\"check-0-")
                .isNotEqualTo(check(body).body());
        assertThat(gate.ask("POST", "/v1/check", body).statusCode()).isEqualTo(401);
    }

    @Test
    void whoIsNotBlockedIsNotFound() throws Exception {
        assertThat(get("/v1/blocklist/y").statusCode()).isEqualTo(404);
    }

    @Test
    void whileTheOneThatKnowsCannotBeAskedTheAnswerIsToComeAgain() throws Exception {
        gate.queries.isReady = false;
        HttpResponse<String> answer = get("/v1/senders/a");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(answer.body()).doesNotContain("secret-host");
    }
}
