package io.weirkeeper.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirkeeper.deploy.Manifest;
import io.weirkeeper.deploy.Manifests;
import io.weirkeeper.service.Health;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kubernetes and Prometheus ask what the server answers, with what they need for it. */
class KubernetesProbesTest {
    private static final String RUNNING = "RUNNING";
    private static final String TOKENS = "weirkeeper-http";

    private final List<Route> routes =
            new HealthRoutes(() -> new Health(RUNNING, List.of(), List.of()), () -> "").all();

    @SuppressWarnings("NullAway.Init") // set before each test
    private List<Manifest> manifests;

    @BeforeEach
    void read() throws IOException {
        manifests = Manifests.written(Manifests.PRODUCTION);
    }

    @Test
    void eachProbeAsksARouteThatNeedsNoToken() {
        assertThat(probe("startupProbe")).isEqualTo("/livez");
        assertThat(probe("livenessProbe")).isEqualTo("/livez");
        assertThat(probe("readinessProbe")).isEqualTo("/readyz");
        assertThat(route("/livez").access()).isEqualTo(Access.OPEN);
        assertThat(route("/readyz").access()).isEqualTo(Access.OPEN);
    }

    /** So that no restore is too long for the probe at the start, or for the one that keeps the process. */
    @Test
    void aGateThatRestoresIsAliveAndNotReady() {
        Health restoring =
                new Health("REBALANCING", List.of(), List.of(new Health.Restore("activity", 0, 1, 1_000_000_000)));

        assertThat(restoring.isLive()).isTrue();
        assertThat(restoring.isReady()).isFalse();
    }

    @Test
    void prometheusBringsTheTokenThatMetricsNeed() {
        JsonNode endpoint = Manifests.one(manifests, "ServiceMonitor", "weirkeeper")
                .content()
                .at("/spec/endpoints/0");

        assertThat(route(endpoint.path("path").asText()).access()).isEqualTo(Access.READ);
        assertThat(endpoint.at("/authorization/type").asText()).isEqualTo("Bearer");
        assertThat(endpoint.at("/authorization/credentials/name").asText()).isEqualTo(TOKENS);
        assertThat(settings("WEIR_HTTP_READ_TOKEN_FILE"))
                .isEqualTo(mounted("tokens")
                        + '/'
                        + endpoint.at("/authorization/credentials/key").asText());
        assertThat(settings("WEIR_HTTP_WRITE_TOKEN_FILE")).isEqualTo(mounted("tokens") + "/write-token");
    }

    @Test
    void everybodyMeansTheSamePort() {
        JsonNode port = gate().container().at("/ports/0");
        assertThat(port.path("containerPort").asText())
                .isEqualTo(settings("WEIR_HTTP_PORT"))
                .isEqualTo(gate().environment().get("WEIR_HTTP_ADVERTISED_PORT"));
        String name = port.path("name").asText();
        for (String service : List.of("weirkeeper", TOKENS)) {
            assertThat(Manifests.one(manifests, "Service", service).text("/spec/ports/0/targetPort"))
                    .isEqualTo(name);
        }
        assertThat(Manifests.one(manifests, "NetworkPolicy", "weirkeeper").text("/spec/ingress/0/ports/0/port"))
                .isEqualTo(name);
        assertThat(Manifests.one(manifests, "ServiceMonitor", "weirkeeper").text("/spec/endpoints/0/port"))
                .isEqualTo(Manifests.one(manifests, "Service", "weirkeeper").text("/spec/ports/0/name"));
    }

    private String probe(String name) {
        return gate().container().path(name).at("/httpGet/path").asText();
    }

    private Manifest gate() {
        return Manifests.one(manifests, "StatefulSet", "weirkeeper");
    }

    private String mounted(String volume) {
        for (JsonNode mount : gate().container().path("volumeMounts")) {
            if (mount.path("name").asText().equals(volume)) {
                return mount.path("mountPath").asText();
            }
        }
        throw new IllegalArgumentException(volume + " is not mounted");
    }

    private static String settings(String name) {
        try {
            return Optional.ofNullable(Manifests.settings(Manifests.PRODUCTION).get(name))
                    .orElse("");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Route route(String path) {
        return routes.stream()
                .filter(route -> route.path().text().equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no route " + path));
    }
}
