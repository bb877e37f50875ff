package io.weirkeeper.registry;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the settings of TLS; the files themselves are opened later. */
record TlsReader(RegistrySettingsReader settings) {
    private static final List<String> TYPES = List.of("JKS", "PKCS12");
    private static final String DEFAULT_TYPE = "JKS";

    TlsSettings read() {
        Optional<TlsSettings.Store> trust = store(RegistryProperty.TRUST_STORE);
        Optional<TlsSettings.Store> key = store(RegistryProperty.KEY_STORE);
        Optional<String> keyPassword = settings.text(RegistryProperty.KEY_PASSWORD);
        if (keyPassword.isPresent() && key.isEmpty()) {
            settings.problem(RegistryProperty.KEY_PASSWORD, "there is no key store to which it belongs");
        }
        return new TlsSettings(trust, key, keyPassword, checkHost());
    }

    private Optional<TlsSettings.Store> store(String prefix) {
        Optional<Path> location = settings.text(prefix + RegistryProperty.LOCATION)
                .flatMap(text -> path(prefix + RegistryProperty.LOCATION, text));
        Optional<String> password = settings.text(prefix + RegistryProperty.PASSWORD);
        Optional<String> type =
                settings.text(prefix + RegistryProperty.TYPE).map(text -> text.toUpperCase(Locale.ROOT));
        if (type.isPresent() && !TYPES.contains(type.get())) {
            settings.problem(prefix + RegistryProperty.TYPE, "unknown; allowed: " + String.join(", ", TYPES));
        }
        if (location.isEmpty() && (password.isPresent() || type.isPresent())) {
            settings.problem(prefix + RegistryProperty.LOCATION, "is missing");
        }
        return location.map(path -> new TlsSettings.Store(path, password, type.orElse(DEFAULT_TYPE)));
    }

    private Optional<Path> path(String name, String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            settings.problem(name, "is not a path");
            return Optional.empty();
        }
    }

    /** As in Kafka's settings: {@code https} checks, an empty value does not. */
    private boolean checkHost() {
        Optional<String> algorithm = settings.written(RegistryProperty.HOST_CHECK);
        if (algorithm.isPresent()
                && !algorithm.get().isEmpty()
                && !algorithm.get().equalsIgnoreCase("https")) {
            settings.problem(RegistryProperty.HOST_CHECK, "unknown; allowed: https, or empty for no check");
        }
        return algorithm.isEmpty() || !algorithm.get().isEmpty();
    }
}
