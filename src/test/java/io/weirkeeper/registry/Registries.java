package io.weirkeeper.registry;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Settings and clients for tests. */
final class Registries {
    private Registries() {}

    static RegistrySettings settings(Map<String, String> properties) {
        RegistrySettingsReading reading = RegistrySettings.read(properties);
        if (reading instanceof RegistrySettingsReading.Invalid invalid) {
            throw new AssertionError(invalid.problems());
        }
        return ((RegistrySettingsReading.Valid) reading).settings();
    }

    static RegistryClient client(Pace pace, String... urls) throws IOException {
        return client(pace, CallLimits.DEFAULT, Map.of(), urls);
    }

    static RegistryClient client(Pace pace, CallLimits limits, Map<String, String> properties, String... urls)
            throws IOException {
        Map<String, String> all = new HashMap<>(properties);
        all.put("schema.registry.url", String.join(",", urls));
        return new RegistryClient(settings(all), limits, pace);
    }

    static SchemaCache cache(FakeRegistry registry, Registration registration) throws IOException {
        return new SchemaCache(client(new HandPace(), registry.url()), registration);
    }

    static RegistrySerdes serdes(FakeRegistry registry) throws IOException {
        return new RegistrySerdes(cache(registry, Registration.AUTOMATIC), SubjectNaming.TOPIC);
    }
}
