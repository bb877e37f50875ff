package io.weirkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.config.HttpSettings;
import io.weirkeeper.config.Secret;
import io.weirkeeper.config.Settings;
import io.weirkeeper.config.SettingsReader;
import io.weirkeeper.config.SettingsReading;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuideTest {
    private static final Settings SETTINGS =
            ((SettingsReading.Valid) SettingsReader.read(Optional.empty(), Map.of())).settings();

    @Test
    void whereTokensAreNeededTheCommandShowsOneButNotWhich() {
        HttpSettings http = HttpSettings.DEFAULT.withTokens(Optional.of(new Secret("hush")), Optional.empty());
        assertThat(printed(SETTINGS.withHttp(http)))
                .contains("curl -N -H \"Authorization: Bearer $TOKEN\" http://gate/v1/verdicts")
                .doesNotContain("hush");
        assertThat(printed(SETTINGS)).contains("curl -N http://gate/v1/verdicts");
    }

    private static String printed(Settings settings) {
        StringWriter out = new StringWriter();
        Guide.print(new PrintWriter(out, true), settings, "http://gate", "version 1");
        return out.toString();
    }
}
