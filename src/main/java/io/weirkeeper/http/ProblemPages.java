package io.weirkeeper.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What Jetty answers by itself, before a request reaches a route: as problem details, too, and without its own words. */
final class ProblemPages extends ErrorHandler {

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, HttpProblem.MEDIA_TYPE);
        response.write(true, ByteBuffer.wrap(ProblemJson.bytes(status, detail(status))), callback);
    }

    @Override
    public ByteBuffer badMessageError(int status, @Nullable String reason, HttpFields.Mutable fields) {
        fields.put(HttpHeader.CONTENT_TYPE, HttpProblem.MEDIA_TYPE);
        return ByteBuffer.wrap(ProblemJson.bytes(status, detail(status)));
    }

    private static String detail(int status) {
        return switch (status) {
            case 400 -> "the request is malformed";
            case 408 -> "the request did not come in time";
            case 414 -> "the path with its query is too long";
            case 431 -> "the headers are too long";
            default -> status < 500 ? "the request cannot be answered" : "the server failed";
        };
    }
}
