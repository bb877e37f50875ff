package io.weirkeeper.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The stream of new verdicts, as server-sent events.
 *
 * @param heartbeat how long it may be silent: proxies and readers tell by it that it is alive, and it that they are
 */
record VerdictRoutes(VerdictFeed feed, Duration heartbeat) {
    static final String MEDIA_TYPE = "text/event-stream";

    private static final String SENDER = "sender";
    private static final String VERDICT = "verdict";

    List<Route> all() {
        return List.of(Route.of(Method.GET, "/v1/verdicts", Access.READ, "Streams verdicts as they are made.")
                .asking(QueryParameter.text(SENDER, "only those of this sender"))
                .asking(new QueryParameter(
                        VERDICT, "only those of this kind; may be there more than once", VerdictKind.names()))
                .answering(Reply.other(
                        200,
                        MEDIA_TYPE,
                        "events ALLOWED, DEBOUNCED and BLOCKED with the record in JSON; `dropped` ends a stream"
                                + " that is read too slowly"))
                .by(this::listen));
    }

    private Answer listen(Request request) throws HttpProblem {
        VerdictFilter filter = VerdictFilter.of(request.one(SENDER), request.all(VERDICT));
        VerdictListener listener = feed.listen(filter);
        return new Answer.Stream(MEDIA_TYPE, out -> stream(listener, out));
    }

    private void stream(VerdictListener listener, OutputStream out) throws IOException, InterruptedException {
        try {
            write(out, ": verdicts from now on\n\n");
            while (listener.end() == VerdictListener.End.NOT_YET) {
                Optional<String> event = listener.next(heartbeat);
                if (event.isPresent() || listener.end() == VerdictListener.End.NOT_YET) {
                    write(out, event.orElse(": nothing new\n\n"));
                }
            }
            if (listener.end() == VerdictListener.End.TOO_SLOW) {
                write(out, "event: dropped\ndata: {\"detail\":\"read too slowly\"}\n\n");
            }
        } finally {
            feed.leave(listener);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
