package io.weirkeeper.dev;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.config.HttpSettings;
import io.weirkeeper.config.Secret;
import io.weirkeeper.config.Settings;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DevGateTest {
    @Test
    void theHttpServerListensAsItIsTold() {
        HttpSettings http = HttpSettings.DEFAULT
                .withPort(9_090)
                .withTokens(Optional.of(new Secret("r")), Optional.of(new Secret("w")));
        Settings settings = DevGate.settings(Path.of("data"), "localhost:1", Optional.empty(), http);
        assertThat(settings.http()).isEqualTo(http);
        assertThat(settings.stateDirectory()).isEqualTo(Path.of("data", "state"));
    }
}
