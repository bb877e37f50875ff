package io.weirkeeper.registry;

/** Why a call of the schema registry gave nothing. Messages name no credentials and nothing of a record. */
public abstract sealed class RegistryException extends RuntimeException
        permits RegistryRefused, RegistryUnavailable, SchemaDiffers {
    private static final long serialVersionUID = 1;

    RegistryException(String message) {
        super(message);
    }
}
