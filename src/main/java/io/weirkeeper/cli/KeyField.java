package io.weirkeeper.cli;

import io.weirkeeper.core.message.MessageField;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the field that a policy is keyed by. */
final class KeyField implements ITypeConverter<MessageField> {
    @Override
    public MessageField convert(String name) {
        return MessageField.named(name)
                .filter(field -> field == MessageField.SENDER || field == MessageField.RECIPIENT)
                .orElseThrow(() -> new TypeConversionException("must be sender or recipient, not " + name));
    }
}
