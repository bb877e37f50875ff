package io.weirkeeper.http;

import io.weirkeeper.core.message.Message;
import io.weirkeeper.events.wire.Decoded;
import io.weirkeeper.events.wire.JsonFormat;
import io.weirkeeper.events.wire.RecordOrigin;
import io.weirkeeper.query.Queries;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Tells what would become of a message. */
record CheckRoute(Queries queries, Clock clock) {
    private static final JsonFormat FORMAT = new JsonFormat();

    List<Route> all() {
        return List.of(Route.of(
                        Method.POST,
                        "/v1/check",
                        Access.READ,
                        "What the sender gate would say of a message now; nothing is counted.")
                .taking(RouteBody.requiredJson("InboundMessage"))
                .answering(Reply.json(200, "Outlook", "what it would say"))
                .by(this::check));
    }

    private Answer check(Request request) throws HttpProblem {
        Message message = message(request.body());
        if (queries.subject(message).isEmpty()) {
            throw HttpProblem.badRequest("recipient: missing");
        }
        return Answer.json(200, QueryRoutes.known(() -> queries.check(message, request.asker())));
    }

    /** As it would be read from the topic; one without an id gets one that nobody else has, so that it is no redelivery. */
    private Message message(byte[] body) throws HttpProblem {
        RecordOrigin origin =
                new RecordOrigin("check", 0, ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), clock.millis());
        Decoded<Message> decoded = FORMAT.message(body, origin);
        if (decoded instanceof Decoded.Valid<Message> valid) {
            return valid.value();
        }
        throw HttpProblem.badRequest("the message: " + ((Decoded.Invalid<Message>) decoded).detail());
    }
}
