package io.weirkeeper.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing that the server can be asked: the server answers it and the OpenAPI document describes it, both from here.
 *
 * @param body what it takes as its body; without one it takes no body
 * @param query the parameters that it takes; others are refused
 * @param replies what it answers; errors that every route may answer need not be listed
 */
public record Route(
        Method method,
        PathTemplate path,
        Access access,
        String summary,
        Optional<RouteBody> body,
        List<QueryParameter> query,
        List<Reply> replies,
        RouteHandler handler) {

    public Route {
        query = List.copyOf(query);
        replies = List.copyOf(replies);
        if (replies.isEmpty()) {
            throw new IllegalArgumentException("a route without a reply: " + method + " " + path.text());
        }
    }

    /** Begins a route. */
    public static Draft of(Method method, String path, Access access, String summary) {
        return new Draft(method, new PathTemplate(path), access, summary);
    }

    /** Whether it answers with a stream that does not end by itself. */
    boolean isStream() {
        return replies.stream().anyMatch(reply -> reply.mediaType().equals("text/event-stream"));
    }

    /** A route that is being described. */
    public static final class Draft {
        private final Method method;
        private final PathTemplate path;
        private final Access access;
        private final String summary;
        private final List<QueryParameter> query = new ArrayList<>();
        private final List<Reply> replies = new ArrayList<>();
        private Optional<RouteBody> body = Optional.empty();

        private Draft(Method method, PathTemplate path, Access access, String summary) {
            this.method = method;
            this.path = path;
            this.access = access;
            this.summary = summary;
        }

        /** It takes a JSON object of this schema; whether it may be left out is for the handler to say. */
        public Draft taking(String schema) {
            return taking(RouteBody.json(schema));
        }

        Draft taking(RouteBody wanted) {
            body = Optional.of(wanted);
            return this;
        }

        public Draft asking(QueryParameter parameter) {
            query.add(parameter);
            return this;
        }

        public Draft answering(Reply reply) {
            replies.add(reply);
            return this;
        }

        /** The route, answered by this. */
        public Route by(RouteHandler handler) {
            return new Route(method, path, access, summary, body, query, replies, handler);
        }
    }
}
