package io.weirkeeper.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weirkeeper.config.HttpSettings;
import io.weirkeeper.policies.Draft;
import io.weirkeeper.policies.PolicyInForce;
import io.weirkeeper.policies.Publication;
import io.weirkeeper.policies.Published;
import io.weirkeeper.policies.Refusal;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The policy as it is read, tried and published over HTTP. */
class PolicyOverHttpTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/v1/policy";
    private static final String VALIDATE = PATH + "/validate";
    private static final Draft DRAFT = new Draft("name: bot", "ann", "slower");

    private final FakeGate gate;

    PolicyOverHttpTest() throws Exception {
        gate = FakeGate.local();
    }

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void aPolicyThatWasNeverPublishedHasAVersionAndAName() throws Exception {
        assertThat(gate.get(PATH).body()).isEqualTo("{\"inForce\":{\"version\":0,\"name\":\"file\"}}");
    }

    @Test
    void whatIsInForceIsToldAndWhatWasRefused() throws Exception {
        Publication publication = FakeGate.publication(DRAFT, 3);
        gate.inForce = new PolicyInForce(
                gate.inForce.policy().withVersion(3),
                Optional.of(publication),
                4,
                Optional.of(new Refusal(4, List.of("line 1: bad"))));

        assertThat(gate.get(PATH).body())
                .isEqualTo("{\"inForce\":{\"version\":3,\"name\":\"file\",\"hash\":\"" + publication.hash()
                        + "\",\"author\":\"ann\",\"note\":\"slower\",\"publishedAt\":\"1970-01-01T00:00:00.000Z\","
                        + "\"yaml\":\"name: bot\"},\"refusal\":{\"version\":4,\"problems\":[\"line 1: bad\"]}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "text/yaml", "text/plain", "Text/YAML; charset=utf-8"})
    void aNewPolicyIsPublishedByTheOperatorWithTheNote(String mediaType) throws Exception {
        HttpResponse<String> answer =
                gate.ask("PUT", PATH + "?note=slower", "name: bot", "Content-Type", mediaType, "X-Operator", "ann");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(JSON.readTree(answer.body()).path("version").asLong()).isEqualTo(1);
        assertThat(gate.drafts).containsExactly(DRAFT);
    }

    @Test
    void withoutANoteThereIsNone() throws Exception {
        put("name: bot");
        assertThat(gate.drafts).containsExactly(new Draft("name: bot", "local", ""));
    }

    @Test
    void whatIsInForceAlreadyIsNotNew() throws Exception {
        gate.fate = Optional.of(new Published.Unchanged(FakeGate.publication(DRAFT, 7)));
        HttpResponse<String> answer = put("name: bot");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).path("version").asLong()).isEqualTo(7);
    }

    @Test
    void anInvalidPolicyIsRefusedWithAllThatIsWrong() throws Exception {
        for (HttpResponse<String> answer : List.of(put("maxAge: soon\nmode: x"), validate("maxAge: soon\nmode: x"))) {
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            JsonNode problems = JSON.readTree(answer.body()).path("problems");
            assertThat(problems.findValuesAsText("path")).containsExactly("maxAge", "mode");
            assertThat(problems.findValuesAsText("line")).containsExactly("1", "2");
        }
        assertThat(gate.drafts).isEmpty();
    }

    @Test
    void aValidPolicyIsOnlyLookedAt() throws Exception {
        HttpResponse<String> answer = validate("name: bot");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"valid\":true}");
        assertThat(gate.drafts).isEmpty();
        assertThat(validate("keyedBy: recipient").statusCode()).isEqualTo(422);
    }

    @Test
    void whatIsTooLargeOrOvertakenIsAProblem() throws Exception {
        gate.fate = Optional.of(new Published.TooLarge("too long"));
        assertThat(put("name: bot").statusCode()).isEqualTo(413);
        gate.fate = Optional.of(new Published.Overtaken(5));
        HttpResponse<String> answer = put("name: bot");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("version 5");
    }

    @Test
    void withoutABrokerTheOperatorIsToldToTryAgainAndNothingElse() throws Exception {
        gate.brokerIsAway = true;
        HttpResponse<String> answer = put("name: bot");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.body()).doesNotContain("secret-host");
        assertThat(validate("name: bot").statusCode()).isEqualTo(200);
    }

    @Test
    void aPolicyMayBeLongerThanOtherBodiesButNotEndless() throws Exception {
        String line = "# a comment\n";
        String longer = "name: bot\n" + line.repeat(HttpSettings.DEFAULT.maxBody() / line.length());
        assertThat(put(longer).statusCode()).isEqualTo(201);
        assertThat(put("#" + "x".repeat(Draft.LARGEST_YAML)).statusCode()).isEqualTo(413);
        assertThat(gate.drafts).hasSize(1);
    }

    @Test
    void nothingAndWhatIsNoYamlPublishNothing() throws Exception {
        assertThat(put("").statusCode()).isEqualTo(400);
        assertThat(put(" \n").statusCode()).isEqualTo(400);
        assertThat(validate(" \n").statusCode()).isEqualTo(400);
        HttpResponse<String> json = gate.ask("PUT", PATH, "{}");
        assertThat(json.statusCode()).isEqualTo(415);
        assertThat(json.headers().firstValue("Accept")).contains("application/yaml, text/yaml, text/plain");
        assertThat(gate.ask("PUT", PATH + "?note=a&note=b", "name: bot", "Content-Type", "text/yaml")
                        .statusCode())
                .isEqualTo(400);
        assertThat(gate.drafts).isEmpty();
    }

    @Test
    void readersReadAndValidateAndOnlyWritersPublish() throws Exception {
        try (FakeGate guarded = FakeGate.guarded()) {
            assertThat(guarded.get(PATH).statusCode()).isEqualTo(401);
            assertThat(guarded.get(PATH, FakeGate.bearer(FakeGate.READ)).statusCode())
                    .isEqualTo(200);
            String[] reader = {"Content-Type", "text/yaml", "Authorization", "Bearer " + FakeGate.READ};
            String[] writer = {"Content-Type", "text/yaml", "Authorization", "Bearer " + FakeGate.WRITE};
            assertThat(guarded.ask("POST", VALIDATE, "name: bot", reader).statusCode())
                    .isEqualTo(200);
            assertThat(guarded.ask("PUT", PATH, "name: bot", reader).statusCode())
                    .isEqualTo(403);
            assertThat(guarded.drafts).isEmpty();
            assertThat(guarded.ask("PUT", PATH, "name: bot", writer).statusCode())
                    .isEqualTo(201);
            assertThat(guarded.drafts.get(0).author()).isEqualTo("write-token");
        }
    }

    private HttpResponse<String> put(String yaml) throws Exception {
        return gate.ask("PUT", PATH, yaml, "Content-Type", "application/yaml");
    }

    private HttpResponse<String> validate(String yaml) throws Exception {
        return gate.ask("POST", VALIDATE, yaml, "Content-Type", "application/yaml");
    }
}
