package io.weirkeeper.registry;

/**
 * The latest version of a subject, which alone is to be used, is not what this release writes: its binary would be
 * another one. Somebody must register the schema of this release or turn {@code use.latest.version} off.
 */
public final class SchemaDiffers extends RegistryException {
    private static final long serialVersionUID = 1;

    SchemaDiffers(String subject, int version) {
        super("subject " + subject + ": version " + version
                + " is the latest, and its fields are not those that this release writes");
    }
}
