package io.weirkeeper.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the settings of the registry, going on after a problem so that the operator sees all of them at once. */
final class RegistrySettingsReader {
    private final Map<String, String> properties = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    RegistrySettingsReader(Map<String, String> all) {
        all.forEach((name, value) -> {
            if (RegistrySettings.owns(name)) {
                properties.put(name, value.strip());
            }
        });
    }

    RegistrySettingsReading read() {
        properties.keySet().stream()
                .filter(name -> !RegistryProperty.ALL.contains(name))
                .forEach(name -> problem(name, "unknown; allowed: " + String.join(", ", RegistryProperty.ALL)));
        List<Endpoint> endpoints = new EndpointsReader(this).read();
        boolean https = endpoints.stream()
                .anyMatch(each -> "https".equalsIgnoreCase(each.base().getScheme()));
        TlsSettings tls = tls(https || endpoints.isEmpty());
        Registration registration = registration();
        SubjectNaming naming = naming();
        return problems.isEmpty()
                ? new RegistrySettingsReading.Valid(new RegistrySettings(endpoints, tls, registration, naming))
                : new RegistrySettingsReading.Invalid(problems);
    }

    /** The value; a setting with an empty one is not there. */
    Optional<String> text(String name) {
        return written(name).filter(value -> !value.isEmpty());
    }

    /** The same, and an empty value is one. */
    Optional<String> written(String name) {
        return Optional.ofNullable(properties.get(name));
    }

    void problem(String name, String message) {
        problems.add(name + ": " + message);
    }

    private Registration registration() {
        Optional<Boolean> automatic = flag(RegistryProperty.AUTO_REGISTER);
        boolean latest = flag(RegistryProperty.USE_LATEST).orElse(false);
        if (latest && automatic.orElse(true)) {
            problem(RegistryProperty.USE_LATEST, "needs " + RegistryProperty.AUTO_REGISTER + ": false");
        }
        if (latest) {
            return Registration.LATEST;
        }
        return automatic.orElse(true) ? Registration.AUTOMATIC : Registration.EXISTING;
    }

    private SubjectNaming naming() {
        return text(RegistryProperty.NAMING)
                .map(text -> SubjectNaming.named(text).orElseGet(() -> {
                    problem(
                            RegistryProperty.NAMING,
                            "unknown; allowed: " + SubjectNaming.TOPIC.label() + ", " + SubjectNaming.RECORD.label());
                    return SubjectNaming.TOPIC;
                }))
                .orElse(SubjectNaming.TOPIC);
    }

    private TlsSettings tls(boolean https) {
        TlsSettings tls = new TlsReader(this).read();
        if (!https) {
            properties.keySet().stream()
                    .filter(name -> name.startsWith(RegistryProperty.SSL))
                    .findFirst()
                    .ifPresent(name -> problem(name, "no URL of the registry is https"));
        }
        return tls;
    }

    private Optional<Boolean> flag(String name) {
        return text(name).map(text -> {
            if (!text.equals("true") && !text.equals("false")) {
                problem(name, "must be true or false");
            }
            return text.equals("true");
        });
    }
}
