package io.weirkeeper.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirkeeper.metrics.Scrape;
import io.weirkeeper.service.Health;
import java.util.List;
import java.util.function.Supplier;

/** What those ask who keep the process running and watch it. */
record HealthRoutes(Supplier<Health> health, Supplier<String> metrics) {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    List<Route> all() {
        return List.of(
                Route.of(Method.GET, "/livez", Access.OPEN, "Whether the process is worth keeping.")
                        .answering(Reply.json(OK, "Liveness", "it lives"))
                        .answering(Reply.json(UNAVAILABLE, "Liveness", "it has failed, or ends"))
                        .by(request -> live()),
                Route.of(Method.GET, "/readyz", Access.OPEN, "Whether messages are being judged, and if not, why.")
                        .answering(Reply.json(OK, "Readiness", "they are"))
                        .answering(Reply.json(UNAVAILABLE, "Readiness", "they are not yet, or not any more"))
                        .by(request -> ready()),
                Route.of(Method.GET, "/metrics", Access.READ, "Metrics in the text format of Prometheus.")
                        .answering(Reply.other(OK, "text/plain", "all metrics"))
                        .by(request -> Answer.text(OK, Scrape.MEDIA_TYPE, metrics.get())));
    }

    private Answer live() {
        Health now = health.get();
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("live", now.isLive()).put("state", now.state());
        return Answer.json(now.isLive() ? OK : UNAVAILABLE, body);
    }

    private Answer ready() {
        Health now = health.get();
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("ready", now.isReady())
                .put("state", now.state());
        now.causes().forEach(body.putArray("causes")::add);
        ArrayNode threads = body.putArray("threads");
        now.threads()
                .forEach(
                        thread -> threads.addObject().put("name", thread.name()).put("state", thread.state()));
        ArrayNode restoring = body.putArray("restoring");
        now.restoring()
                .forEach(restore -> restoring
                        .addObject()
                        .put("store", restore.store())
                        .put("partition", restore.partition())
                        .put("done", restore.done())
                        .put("total", restore.total()));
        return Answer.json(now.isReady() ? OK : UNAVAILABLE, body);
    }
}
