package io.weirkeeper.cli;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirkeeper.config.Settings;
import io.weirkeeper.config.SettingsReader;
import io.weirkeeper.config.SettingsReading;
import io.weirkeeper.deploy.ComposeFile;
import io.weirkeeper.service.Formats;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The commands in docker-compose.yml and in the images are commands of ours. */
@ResourceLock(value = Resources.SYSTEM_OUT, mode = ResourceAccessMode.READ) // picocli looks at it
class ComposeCommandsTest {

    @Test
    void everyCommandIsUnderstood() throws IOException {
        ComposeFile.ours().services().values().stream()
                .filter(service -> service.has("build") && service.has("command"))
                .map(service -> ComposeFile.texts(service.path("command")).toArray(String[]::new))
                .forEach(command -> assertThatCode(() -> Weir.commandLine().parseArgs(command))
                        .doesNotThrowAnyException());
    }

    @Test
    void theRegistryOfEachIsUnderstood() throws Exception {
        for (JsonNode service : ComposeFile.ours().services().values()) {
            if (service.has("build")) {
                SettingsReading reading = SettingsReader.read(Optional.empty(), ComposeFile.environment(service));

                Settings settings = ((SettingsReading.Valid) reading).settings();

                assertThatCode(() -> Formats.registrySettings(settings)).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void theDemoSendsStandardInput() {
        assertThatCode(() -> Weir.commandLine().parseArgs("send", "-")).doesNotThrowAnyException();
    }
}
