package io.weirkeeper.cli;

import io.weirkeeper.service.Profile;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a profile: {@code low-latency}. */
final class ProfileName implements ITypeConverter<Profile> {
    @Override
    public Profile convert(String name) {
        try {
            return Profile.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("must be exactly-once or low-latency, not " + name);
        }
    }
}
