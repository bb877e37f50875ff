package io.weirkeeper.http;

/** Answers requests of one route; called by many threads at a time. */
@FunctionalInterface
public interface RouteHandler {

    /**
     * The answer.
     *
     * @throws HttpProblem if there is none; it becomes the answer
     */
    Answer handle(Request request) throws HttpProblem;
}
