package io.weirkeeper.it;

import static org.awaitility.Awaitility.await;

import io.weirkeeper.dev.RegistryServer;
import io.weirkeeper.registry.CallLimits;
import io.weirkeeper.registry.RegistryClient;
import io.weirkeeper.registry.RegistrySettings;
import io.weirkeeper.registry.RegistrySettingsReading;
import io.weirkeeper.registry.RegistryUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;

/** The real registry, where the build has put it. */
final class Registry {
    private static final Path HOME = Path.of("target", "registry");

    private Registry() {}

    /** One of the test's own, to be stopped and closed. It has answered: its first answers take seconds where much else runs. */
    static RegistryServer start(Path directory) throws IOException {
        RegistryServer registry = RegistryServer.start(HOME, directory);
        RegistryClient client = RegistryClient.open(settings(registry.url()), CallLimits.DEFAULT);
        Schema any = SchemaBuilder.record("it.Warm").fields().endRecord();
        await().atMost(Kafka.PATIENCE)
                .ignoreExceptionsInstanceOf(RegistryUnavailable.class)
                .until(() -> client.register("warm-value", any) > 0);
        return registry;
    }

    /** What the client needs to ask the one at that URL. */
    static RegistrySettings settings(String url) {
        RegistrySettingsReading reading = RegistrySettings.read(Map.of("schema.registry.url", url));
        return ((RegistrySettingsReading.Valid) reading).settings();
    }

    /** Where the one is that all tests of a run share, each with subjects of its own. It ends with the run. */
    static String url() {
        return Shared.SERVER.url();
    }

    private static final class Shared {
        private static final RegistryServer SERVER = startShared();

        private static RegistryServer startShared() {
            try {
                return start(Path.of(System.getProperty("java.io.tmpdir")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
