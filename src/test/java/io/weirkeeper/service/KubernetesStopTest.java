package io.weirkeeper.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.deploy.Manifests;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Kubernetes waits until a gate has stopped by itself. */
class KubernetesStopTest {
    /** For the end of the HTTP server before, and of the JVM after. */
    private static final Duration ROOM = Duration.ofSeconds(15);

    @Test
    void theGracePeriodIsLongerThanAGateTakes() throws IOException {
        String grace = Manifests.one(Manifests.written(Manifests.PRODUCTION), "StatefulSet", "weirkeeper")
                .text("/spec/template/spec/terminationGracePeriodSeconds");

        assertThat(Duration.ofSeconds(Long.parseLong(grace)))
                .isGreaterThanOrEqualTo(GateService.PATIENCE_AT_END.plus(ROOM));
    }
}
