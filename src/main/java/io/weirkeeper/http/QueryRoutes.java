package io.weirkeeper.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirkeeper.core.gate.Inquiry;
import io.weirkeeper.core.message.MessageField;
import io.weirkeeper.query.Queries;
import io.weirkeeper.service.NotReadyException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the gates know of senders; any instance is asked and finds the one that knows. */
record QueryRoutes(Queries queries) {
    private static final String SENDER = "sender";
    private static final String AFTER = "after";
    private static final int OK = 200;
    private static final int RETRY_SECONDS = 2;

    List<Route> all() {
        return List.of(
                sender(),
                Route.of(
                                Method.GET,
                                "/v1/blocklist",
                                Access.READ,
                                "Lists who is blocked by operators, or for good by a penalty, in pages.")
                        .asking(QueryParameter.text(AFTER, "the `next` of the page before"))
                        .answering(
                                Reply.json(
                                        OK,
                                        "Blocklist",
                                        "at most 100 senders, in the order of their bytes; there may be more as long as there is a `next`"))
                        .by(request -> {
                            Optional<String> after = request.one(AFTER);
                            return Answer.json(OK, known(() -> queries.blocklist(after, request.asker())));
                        }),
                Route.of(
                                Method.GET,
                                "/v1/blocklist/{sender}",
                                Access.READ,
                                "Tells whether a sender is blocked by an operator, or for good by a penalty.")
                        .answering(Reply.json(OK, "BlockedSender", "it is; 404 says that it is not"))
                        .by(this::blocked),
                Route.of(
                                Method.GET,
                                "/v1/global-limits",
                                Access.READ,
                                "How much of each limit of the global gate is used; instances ask each other for it.")
                        .answering(Reply.json(OK, "GlobalLimits", "in the order of the policy"))
                        .by(request -> Answer.json(OK, known(() -> queries.globalLimits(request.asker())))));
    }

    private Route sender() {
        Route.Draft draft = Route.of(
                Method.GET,
                "/v1/senders/{sender}",
                Access.READ,
                "What is known of a sender, and what each of its limits has left.");
        Inquiry.FIELDS.stream()
                .sorted(Comparator.naturalOrder())
                .forEach(field -> draft.asking(QueryParameter.text(
                        field.label(), "of the messages that are asked about; some limits count by it")));
        return draft.answering(Reply.json(OK, "Sender", "of one that is not known, that nothing is"))
                .by(request -> {
                    Inquiry inquiry = new Inquiry(request.parameter(SENDER), fields(request));
                    return Answer.json(OK, known(() -> queries.sender(inquiry, request.asker())));
                });
    }

    private static Map<MessageField, String> fields(Request request) throws HttpProblem {
        Map<MessageField, String> fields = new EnumMap<>(MessageField.class);
        for (MessageField field : Inquiry.FIELDS) {
            request.one(field.label()).ifPresent(value -> fields.put(field, value));
        }
        return fields;
    }

    private Answer blocked(Request request) throws HttpProblem {
        String sender = request.parameter(SENDER);
        Optional<JsonNode> found = known(() -> queries.blocked(sender, request.asker()));
        return Answer.json(OK, found.orElseThrow(() -> HttpProblem.notFound("this sender is not on the list")));
    }

    /** A question that may have to wait. */
    interface Asking<T> {
        T ask() throws NotReadyException;
    }

    static <T> T known(Asking<T> asking) throws HttpProblem {
        try {
            return asking.ask();
        } catch (NotReadyException e) {
            throw HttpProblem.unavailable(
                    "the instance that knows this is restoring, or the work is being shared out; see /readyz",
                    RETRY_SECONDS);
        }
    }
}
