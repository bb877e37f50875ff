package io.weirkeeper.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.weirkeeper.core.standing.ControlType;
import io.weirkeeper.service.Operators;
import io.weirkeeper.topics.BrokerException;
import java.util.List;
import java.util.Optional;

/** What operators say of senders and of the gate; the gate obeys a moment after the answer. */
record ControlRoutes(Operators operators, Words words, Audit audit) {
    private static final String SENDER = "sender";
    private static final int ACCEPTED = 202;
    private static final int RETRY_SECONDS = 5;

    /** Something to say to a topic. */
    @FunctionalInterface
    interface Saying {
        String say() throws BrokerException;
    }

    List<Route> all() {
        return List.of(
                of(Method.PUT, "/v1/blocklist/{sender}", "Blocks all messages of a sender.", ControlType.BLOCK),
                of(
                        Method.DELETE,
                        "/v1/blocklist/{sender}",
                        "Lifts an operator's block; not a penalty, nor what the policy lists.",
                        ControlType.UNBLOCK),
                of(Method.PUT, "/v1/trusted/{sender}", "Gives a sender higher limits.", ControlType.TRUST),
                of(
                        Method.DELETE,
                        "/v1/trusted/{sender}",
                        "Takes an operator's trust back; not what the policy lists.",
                        ControlType.UNTRUST),
                of(
                        Method.PUT,
                        "/v1/registered/{sender}",
                        "Registers a sender, for policies with registeredOnly.",
                        ControlType.REGISTER),
                of(Method.DELETE, "/v1/registered/{sender}", "Takes a registration back.", ControlType.UNREGISTER),
                of(
                        Method.POST,
                        "/v1/senders/{sender}/pardon",
                        "Clears a sender's strikes and the penalty in force.",
                        ControlType.PARDON),
                of(
                        Method.POST,
                        "/v1/senders/{sender}/forget",
                        "Erases all that is known of a sender, except an operator's block.",
                        ControlType.FORGET),
                of(
                        Method.POST,
                        "/v1/gate/pause",
                        "Lets no message pass until then, or until it is resumed; messages wait.",
                        ControlType.PAUSE),
                of(Method.POST, "/v1/gate/resume", "Ends a pause.", ControlType.RESUME));
    }

    private Route of(Method method, String path, String summary, ControlType type) {
        return draft(method, path, summary, type.takesUntil()).by(request -> {
            Operators.Word word = type.takesUntil() ? words.endingPerhaps(request) : words.lasting(request);
            Optional<String> subject = type.namesSubject() ? Optional.of(request.parameter(SENDER)) : Optional.empty();
            return said(
                    audit,
                    type.label(),
                    subject,
                    word,
                    () -> operators.say(type, subject, word).id());
        });
    }

    /** A route that answers 202 with the id of what was said. */
    static Route.Draft draft(Method method, String path, String summary, boolean takesUntil) {
        return Route.of(method, path, Access.WRITE, summary)
                .taking(takesUntil ? "WordWithEnd" : "Word")
                .answering(Reply.json(ACCEPTED, "Said", "written down; the gate obeys a moment later"));
    }

    /** Says it, and answers the id; that no broker takes it is a matter of trying again. */
    static Answer said(Audit audit, String what, Optional<String> whom, Operators.Word word, Saying saying)
            throws HttpProblem {
        try {
            String id = saying.say();
            audit.said(what, whom, word, id);
            return Answer.json(ACCEPTED, JsonNodeFactory.instance.objectNode().put("id", id));
        } catch (BrokerException e) {
            audit.unanswered(what, whom, word, e);
            throw HttpProblem.unavailable(
                    "the broker did not take it in time; it may or may not have been written", RETRY_SECONDS);
        }
    }
}
