package io.weirkeeper.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirkeeper.events.wire.WireFormat;
import io.weirkeeper.service.Operators;
import io.weirkeeper.service.Until;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads what goes with an operator's word from the body of a request: reason and until, both optional. */
record Words(Clock clock) {
    private static final String REASON = "reason";
    private static final String UNTIL = "until";

    /** A word that holds until it is taken back. */
    Operators.Word lasting(Request request) throws HttpProblem {
        ObjectNode body = request.json();
        JsonBody.requireOnly(body, Set.of(REASON));
        return new Operators.Word(Optional.of(request.by()), reason(body), OptionalLong.empty());
    }

    /** A word that may hold for a time only. */
    Operators.Word endingPerhaps(Request request) throws HttpProblem {
        ObjectNode body = request.json();
        JsonBody.requireOnly(body, Set.of(REASON, UNTIL));
        return new Operators.Word(Optional.of(request.by()), reason(body), until(body));
    }

    private static Optional<String> reason(ObjectNode body) throws HttpProblem {
        Optional<String> reason = JsonBody.text(body, REASON);
        if (reason.isPresent()) {
            // Half of a surrogate pair is written as a question mark, which is not what was said.
            byte[] utf8 = reason.get().getBytes(StandardCharsets.UTF_8);
            if (!new String(utf8, StandardCharsets.UTF_8).equals(reason.get())) {
                throw HttpProblem.badRequest("reason is not well-formed Unicode");
            }
            if (utf8.length > WireFormat.LARGEST_NAME) {
                throw HttpProblem.badRequest("reason is longer than " + WireFormat.LARGEST_NAME + " bytes");
            }
        }
        return reason;
    }

    private OptionalLong until(ObjectNode body) throws HttpProblem {
        Optional<String> text = JsonBody.text(body, UNTIL);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong end = Until.parse(text.get(), clock.millis());
        if (end.isEmpty()) {
            throw HttpProblem.badRequest(
                    "until takes a time to come (2026-12-31T00:00:00Z) or a duration from now (2h, 7d)");
        }
        return end;
    }
}
