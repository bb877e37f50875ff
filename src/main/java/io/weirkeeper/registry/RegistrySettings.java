package io.weirkeeper.registry;

import java.util.List;
import java.util.Map;

/**
 * Where the registry is and how it is used. {@link #read} takes the names that Confluent's serdes give these settings.
 *
 * @param endpoints at least one; tried in this order
 */
public record RegistrySettings(
        List<Endpoint> endpoints, TlsSettings tls, Registration registration, SubjectNaming naming) {

    public RegistrySettings {
        endpoints = List.copyOf(endpoints);
        if (endpoints.isEmpty()) {
            throw new IllegalArgumentException("endpoints must not be empty");
        }
    }

    /**
     * The settings, or everything that is wrong with them.
     *
     * @param properties all that the operator wrote; names for which {@link #owns} is false are passed over
     */
    public static RegistrySettingsReading read(Map<String, String> properties) {
        return new RegistrySettingsReader(properties).read();
    }

    /** Whether a setting of this name is the registry's, be it known or not, and no business of Kafka's clients. */
    public static boolean owns(String name) {
        return RegistryProperty.PREFIXES.stream().anyMatch(name::startsWith);
    }
}
