package io.weirkeeper.it;

import io.weirkeeper.dev.RegistryServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The real registry, where the build has put it. */
final class Registry {
    private static final Path HOME = Path.of("target", "registry");

    private Registry() {}

    /** One of the test's own, to be stopped and closed. */
    static RegistryServer start(Path directory) throws IOException {
        return RegistryServer.start(HOME, directory);
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
