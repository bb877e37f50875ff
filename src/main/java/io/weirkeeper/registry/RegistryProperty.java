package io.weirkeeper.registry;

import java.util.List;

/** The names of the settings, as Confluent's serdes have them. */
final class RegistryProperty {
    static final String URL = "schema.registry.url";
    static final String CREDENTIALS_SOURCE = "basic.auth.credentials.source";
    static final String USER_INFO = "basic.auth.user.info";
    static final String BEARER_SOURCE = "bearer.auth.credentials.source";
    static final String BEARER_TOKEN = "bearer.auth.token";
    static final String AUTO_REGISTER = "auto.register.schemas";
    static final String USE_LATEST = "use.latest.version";
    static final String NAMING = "value.subject.name.strategy";
    static final String SSL = "schema.registry.ssl.";
    static final String TRUST_STORE = SSL + "truststore.";
    static final String KEY_STORE = SSL + "keystore.";
    static final String LOCATION = "location";
    static final String PASSWORD = "password";
    static final String TYPE = "type";
    static final String KEY_PASSWORD = SSL + "key.password";
    static final String HOST_CHECK = SSL + "endpoint.identification.algorithm";

    /** In the order of the documentation. */
    static final List<String> ALL = List.of(
            URL,
            AUTO_REGISTER,
            USE_LATEST,
            NAMING,
            CREDENTIALS_SOURCE,
            USER_INFO,
            BEARER_SOURCE,
            BEARER_TOKEN,
            TRUST_STORE + LOCATION,
            TRUST_STORE + PASSWORD,
            TRUST_STORE + TYPE,
            KEY_STORE + LOCATION,
            KEY_STORE + PASSWORD,
            KEY_STORE + TYPE,
            KEY_PASSWORD,
            HOST_CHECK);

    /** What begins so is meant for the registry: a name that is not in {@link #ALL} is a slip of the pen. */
    static final List<String> PREFIXES = List.of(
            "schema.registry.",
            "basic.auth.",
            "bearer.auth.",
            "auto.register.",
            "use.latest.",
            "value.subject.",
            "key.subject.");

    private RegistryProperty() {}
}
