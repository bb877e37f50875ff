package io.weirkeeper.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirkeeper.config.PolicyReading;
import io.weirkeeper.config.Problem;
import io.weirkeeper.events.wire.IsoTime;
import io.weirkeeper.policies.Draft;
import io.weirkeeper.policies.PolicyInForce;
import io.weirkeeper.policies.Publication;
import io.weirkeeper.policies.Published;
import io.weirkeeper.service.Operators;
import io.weirkeeper.topics.BrokerException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The policy in force, and the next one; all instances switch to it a moment after the answer. */
record PolicyRoutes(PolicyBook book, Audit audit) {
    private static final String PATH = "/v1/policy";
    /** The name of publishing in the audit. */
    private static final String WHAT = "policy";

    private static final String NOTE = "note";
    private static final String VERSION = "version";
    private static final String PROBLEMS = "problems";
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;
    private static final int INVALID = 422;
    private static final int RETRY_SECONDS = 5;
    private static final RouteBody YAML =
            RouteBody.text(Draft.LARGEST_YAML, "application/yaml", "text/yaml", "text/plain");

    List<Route> all() {
        return List.of(
                Route.of(Method.GET, PATH, Access.READ, "The policy by which this instance judges.")
                        .answering(Reply.json(OK, "PolicyInForce", "the policy, and whether a later one was refused"))
                        .by(request -> Answer.json(OK, json(book.inForce()))),
                Route.of(Method.PUT, PATH, Access.WRITE, "Publishes a policy; all instances switch to it.")
                        .taking(YAML)
                        .asking(QueryParameter.text(NOTE, "what it changes and why, for people"))
                        .answering(Reply.json(CREATED, "PublishedPolicy", "it is a new version"))
                        .answering(Reply.json(OK, "PublishedPolicy", "it is in force already as this version"))
                        .answering(invalid("it is not valid; nothing was published"))
                        .by(this::publish),
                Route.of(
                                Method.POST,
                                "/v1/policy/validate",
                                Access.READ,
                                "Says what is wrong with a policy; publishes nothing.")
                        .taking(YAML)
                        .answering(Reply.json(OK, "ValidPolicy", "nothing is"))
                        .answering(invalid("it is not valid"))
                        .by(this::validate));
    }

    private static Reply invalid(String meaning) {
        return new Reply(INVALID, HttpProblem.MEDIA_TYPE, Optional.of("PolicyProblem"), meaning);
    }

    private Answer publish(Request request) throws HttpProblem {
        Draft draft = new Draft(yaml(request), request.by(), note(request));
        Published published = published(draft);
        if (published instanceof Published.Anew anew) {
            Publication publication = anew.publication();
            audit.said(WHAT, Optional.empty(), word(draft), "version-" + publication.version());
            return Answer.json(CREATED, about(publication));
        }
        if (published instanceof Published.Unchanged unchanged) {
            return Answer.json(OK, about(unchanged.publication()));
        }
        if (published instanceof Published.Invalid invalid) {
            return refused(invalid.problems());
        }
        if (published instanceof Published.TooLarge tooLarge) {
            throw HttpProblem.of(TOO_LARGE, tooLarge.problem());
        }
        throw HttpProblem.of(CONFLICT, ((Published.Overtaken) published).problem());
    }

    private Published published(Draft draft) throws HttpProblem {
        try {
            return book.publish(draft);
        } catch (BrokerException e) {
            audit.unanswered(WHAT, Optional.empty(), word(draft), e);
            throw HttpProblem.unavailable(
                    "the broker did not take it in time; it may or may not have been published", RETRY_SECONDS);
        }
    }

    private static Operators.Word word(Draft draft) {
        return new Operators.Word(Optional.of(draft.author()), Optional.empty(), OptionalLong.empty());
    }

    private Answer validate(Request request) throws HttpProblem {
        if (book.validate(yaml(request)) instanceof PolicyReading.Invalid invalid) {
            return refused(invalid.problems());
        }
        return Answer.json(OK, JsonNodeFactory.instance.objectNode().put("valid", true));
    }

    /** Nothing at all would be a valid policy, which lets everything pass: it is more likely a mistake. */
    private static String yaml(Request request) throws HttpProblem {
        String yaml =
                PercentText.utf8(request.body()).orElseThrow(() -> HttpProblem.badRequest("the body is not UTF-8"));
        if (yaml.isBlank()) {
            throw HttpProblem.badRequest("the body must be the policy in YAML");
        }
        return yaml;
    }

    private static String note(Request request) throws HttpProblem {
        return request.one(NOTE).orElse("");
    }

    private static Answer refused(List<Problem> problems) {
        ObjectNode body = ProblemJson.of(INVALID, "the policy is not valid");
        ArrayNode list = body.putArray(PROBLEMS);
        problems.forEach(problem -> list.addObject()
                .put("path", problem.path())
                .put("line", problem.line())
                .put("message", problem.message()));
        return new Answer.Whole(
                INVALID, HttpProblem.MEDIA_TYPE, body.toString().getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private static ObjectNode about(Publication publication) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(VERSION, publication.version())
                .put("hash", publication.hash())
                .put("author", publication.author())
                .put(NOTE, publication.note())
                .put("publishedAt", IsoTime.format(publication.publishedAt()));
    }

    private static ObjectNode json(PolicyInForce now) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode inForce = body.putObject("inForce")
                .put(VERSION, now.policy().version())
                .put("name", now.policy().name());
        now.publication().ifPresent(publication -> {
            inForce.setAll(about(publication));
            inForce.put("yaml", publication.yaml());
        });
        now.refusal().ifPresent(refusal -> {
            ObjectNode refused = body.putObject("refusal").put(VERSION, refusal.version());
            refusal.problems().forEach(refused.putArray(PROBLEMS)::add);
        });
        return body;
    }
}
