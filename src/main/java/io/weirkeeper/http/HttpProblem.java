package io.weirkeeper.http;

import java.util.HashMap;
import java.util.Map;

/** Why a request is not answered as it wished: a status, and a detail for people that gives nothing away. */
public final class HttpProblem extends Exception {
    private static final long serialVersionUID = 1;

    /** The media type of RFC 9457. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private final int status;
    private final transient Map<String, String> headers;

    private HttpProblem(int status, String detail, Map<String, String> headers) {
        super(detail);
        this.status = status;
        this.headers = Map.copyOf(headers);
    }

    /** With a status and a sentence that says what to do otherwise. */
    public static HttpProblem of(int status, String detail) {
        return new HttpProblem(status, detail, Map.of());
    }

    /** The request cannot be understood. */
    public static HttpProblem badRequest(String detail) {
        return of(400, detail);
    }

    /** There is no such thing. */
    public static HttpProblem notFound(String detail) {
        return of(404, detail);
    }

    /** Not now, but in a while. */
    public static HttpProblem unavailable(String detail, int retryAfterSeconds) {
        return of(503, detail).with("Retry-After", Integer.toString(retryAfterSeconds));
    }

    /** The same with one more header. */
    HttpProblem with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new HttpProblem(status, detail(), more);
    }

    public int status() {
        return status;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** As it is sent. */
    Answer asAnswer() {
        return new Answer.Whole(status, MEDIA_TYPE, ProblemJson.bytes(status, detail()), headers);
    }
}
