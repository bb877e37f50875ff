package io.weirkeeper.http;

import io.javalin.http.Context;
import io.weirkeeper.config.HttpSettings;
import io.weirkeeper.config.SenderNames;
import io.weirkeeper.query.Asker;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes of what came over the wire what routes understand, and refuses what none needs to see. */
record Reception(HttpSettings settings, Tokens tokens) {
    private static final String OPERATOR = "X-Operator";
    private static final String AUTHORIZATION = "Authorization";
    /** Instances ask each other with it. */
    private static final String HOP = "Weirkeeper-Hop";

    private static final int LONGEST_OPERATOR = 100;

    /**
     * A request for a route, by somebody who may use it.
     *
     * @throws HttpProblem if it is none
     */
    Request receive(Route route, Context context) throws HttpProblem {
        String raw = context.req().getRequestURI();
        @Nullable String query = context.req().getQueryString();
        if (raw.length() + (query == null ? 0 : query.length()) > settings.maxUri()) {
            throw HttpProblem.of(414, "the path with its query is longer than " + settings.maxUri() + " bytes");
        }
        String token = tokens.admit(context.header(AUTHORIZATION), route.access());
        if (tokens.isEmpty() && route.access() != Access.OPEN) {
            Loopback.requireOwn(context.header("Host"), context.header("Origin"));
        }
        return new Request(
                route.path().parameters(raw),
                Query.read(query, route.query()),
                operator(context.header(OPERATOR), token),
                asker(context),
                route.body().isPresent() ? body(route.body().get(), context) : new byte[0]);
    }

    private static Asker asker(Context context) {
        return new Asker(
                Optional.ofNullable(context.header("Authorization")), Asker.ONE_HOP.equals(context.header(Asker.HOP)));
    }

    private static String operator(@Nullable String header, String token) throws HttpProblem {
        if (header == null || header.isBlank()) {
            return token;
        }
        if (header.length() > LONGEST_OPERATOR) {
            throw HttpProblem.badRequest(OPERATOR + " is longer than " + LONGEST_OPERATOR + " characters");
        }
        return SenderNames.oneLine(header.strip());
    }

    private byte[] body(RouteBody wanted, Context context) throws HttpProblem {
        int most = Math.max(settings.maxBody(), wanted.room());
        byte[] body;
        try (InputStream in = context.req().getInputStream()) {
            boolean tooLong = context.req().getContentLengthLong() > most;
            body = tooLong ? new byte[0] : in.readNBytes(most + 1);
            if (tooLong || body.length > most) {
                Overflow.take(in);
                throw HttpProblem.of(413, "the body is longer than " + most + " bytes");
            }
        } catch (IOException e) {
            throw HttpProblem.of(408, "the body did not come, or not in time");
        }
        if (body.length > 0 && !wanted.takes(mediaType(context.header("Content-Type")))) {
            throw HttpProblem.of(415, "the body must be " + String.join(" or ", wanted.mediaTypes()))
                    .with("Accept", String.join(", ", wanted.mediaTypes()));
        }
        return body;
    }

    /** In lower case and without parameters. */
    private static String mediaType(@Nullable String header) {
        return header == null
                ? ""
                : header.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
    }
}
