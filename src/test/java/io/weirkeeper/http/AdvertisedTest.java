package io.weirkeeper.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.config.HttpSettings;
import io.weirkeeper.config.SettingsReader;
import io.weirkeeper.config.SettingsReading;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where others reach a server. */
class AdvertisedTest {
    private static HttpSettings http(String host, String... advertised) {
        Map<String, String> environment = advertised.length == 0
                ? Map.of("WEIR_HTTP_HOST", host)
                : Map.of("WEIR_HTTP_HOST", host, "WEIR_HTTP_ADVERTISED_HOST", advertised[0]);
        return ((SettingsReading.Valid) SettingsReader.read(Optional.empty(), environment))
                .settings()
                .http();
    }

    @Test
    void itIsWhereItListensUnlessSomebodySaysOtherwise() {
        assertThat(Advertised.host(http("127.0.0.1"))).isEqualTo("127.0.0.1");
        assertThat(Advertised.host(http("127.0.0.1", "gate-1"))).isEqualTo("gate-1");
    }

    @Test
    void whoListensEverywhereIsReachedByTheNameOfTheMachine() throws Exception {
        String name = InetAddress.getLocalHost().getHostName();
        assertThat(Advertised.host(http("0.0.0.0"))).isEqualTo(name);
        assertThat(Advertised.host(http("::"))).isEqualTo(name);
        assertThat(Advertised.host(http("0.0.0.0", "gate-1"))).isEqualTo("gate-1");
    }
}
