package io.weirkeeper.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Between Javalin and the routes: every answer, good or bad, goes out here. */
record Dispatch(List<Route> routes, Reception reception) {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    /** Refuses a path that is not encoded as it should be: Javalin would stumble over it on its way to the route. */
    void screen(Context context) {
        if (PercentText.decode(context.req().getRequestURI()).isEmpty()) {
            refuse(HttpProblem.badRequest("the path is not UTF-8 in percent-encoding"), context);
            context.skipRemainingHandlers();
        }
    }

    /** Answers a request for this route. */
    void answer(Route route, Context context) {
        try {
            Answer answer = route.handler().handle(reception.receive(route, context));
            if (answer instanceof Answer.Whole whole) {
                send(whole, context);
            } else if (answer instanceof Answer.Stream stream) {
                send(stream, context);
            }
        } catch (HttpProblem problem) {
            refuse(problem, context);
        }
    }

    private static void refuse(HttpProblem problem, Context context) {
        send((Answer.Whole) problem.asAnswer(), context);
    }

    private static void send(Answer.Whole answer, Context context) {
        answer.headers().forEach(context::header);
        protect(context);
        context.status(answer.status()).contentType(answer.mediaType()).result(answer.body());
    }

    private static void send(Answer.Stream answer, Context context) {
        protect(context);
        HttpServletResponse response = context.res();
        response.setContentType(answer.mediaType());
        try {
            response.flushBuffer();
            answer.writing().to(response.getOutputStream());
        } catch (IOException readerIsGone) {
            LOG.debug("the reader of a stream is gone: {}", readerIsGone.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers are neither kept nor taken for anything but what they say they are. */
    private static void protect(Context context) {
        context.header("Cache-Control", "no-store");
        context.header("X-Content-Type-Options", "nosniff");
    }

    /** What Javalin found no route for. */
    void miss(HttpResponseException refusal, Context context) {
        Set<String> allowed = allowed(context.req().getRequestURI());
        if (allowed.isEmpty()) {
            refuse(HttpProblem.notFound("there is nothing under this path; see /openapi.json"), context);
        } else if (allowed.contains(context.req().getMethod())) {
            refuse(HttpProblem.of(refusal.getStatus(), "the request cannot be answered"), context);
        } else {
            refuse(
                    HttpProblem.of(405, "this path does not take " + method(context))
                            .with("Allow", String.join(", ", allowed)),
                    context);
        }
    }

    private static String method(Context context) {
        return HandlerType.commonHttp().contains(context.method())
                ? context.method().name()
                : "this method";
    }

    private Set<String> allowed(String path) {
        Set<String> methods = new LinkedHashSet<>();
        routes.stream().filter(route -> route.path().matches(path)).forEach(route -> {
            methods.add(route.method().name());
            if (route.method() == Method.GET && !route.isStream()) {
                methods.add("HEAD");
            }
        });
        return methods;
    }

    /** A mistake of ours: told to the log, and not to who asked. */
    void fail(Exception failure, Context context) {
        LOG.error("a request failed", failure);
        refuse(HttpProblem.of(500, "the server failed"), context);
    }
}
