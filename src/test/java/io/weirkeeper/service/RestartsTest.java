package io.weirkeeper.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.weirkeeper.events.InboundMessage;
import io.weirkeeper.registry.RegistrySerdes;
import io.weirkeeper.registry.RegistrySettings;
import io.weirkeeper.registry.RegistrySettingsReading;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When a thread that failed is started again. */
class RestartsTest {
    private long now;
    private final Restarts restarts = new Restarts(() -> now);

    @Test
    void thePauseDoublesUpToHalfAMinute() {
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            pauses.add(restarts.nextPause());
        }

        assertThat(pauses).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
        assertThat(restarts.count()).isEqualTo(7);
    }

    @Test
    void afterTwoQuietMinutesItIsShortAgain() {
        restarts.nextPause();
        restarts.nextPause();
        now += Duration.ofMinutes(2).toMillis() + 1;

        assertThat(restarts.nextPause()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void onlyARegistryThatIsAwayMayComeBack() throws IOException {
        RegistrySettings nowhere = ((RegistrySettingsReading.Valid)
                        RegistrySettings.read(Map.of(Formats.REGISTRY_URL, "http://127.0.0.1:1")))
                .settings();
        RegistrySerdes serdes = RegistrySerdes.open(nowhere);
        Throwable away = catchThrowable(() -> serdes.of(InboundMessage.class).decode(new byte[] {0, 0, 0, 0, 1, 0}));

        assertThat(Restarts.mayPass(new IllegalStateException(away))).isTrue();
        assertThat(Restarts.mayPass(new IllegalStateException("a bug"))).isFalse();
    }
}
