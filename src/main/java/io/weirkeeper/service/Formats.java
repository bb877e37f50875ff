package io.weirkeeper.service;

import io.weirkeeper.config.Settings;
import io.weirkeeper.config.ValueFormat;
import io.weirkeeper.events.wire.AvroFormat;
import io.weirkeeper.events.wire.JsonFormat;
import io.weirkeeper.events.wire.WireFormat;
import io.weirkeeper.registry.CustomEncodings;
import io.weirkeeper.registry.RegistryEncodings;
import io.weirkeeper.registry.RegistrySerdes;
import io.weirkeeper.registry.RegistrySettings;
import io.weirkeeper.registry.RegistrySettingsReading;
import java.io.IOException;
import java.util.List;

/** The formats of values that settings can name. */
public final class Formats {
    /** The setting that says where the registry is, one URL or several with commas between. */
    public static final String REGISTRY_URL = "schema.registry.url";

    private Formats() {}

    /** What the service writes: Avro unless the settings say otherwise. */
    public static WireFormat ofService(Settings settings) throws FormatException {
        return of(settings.format().orElse(new ValueFormat.Avro()), settings);
    }

    /** What a command writes: as the service does, but JSON if nothing tells of a registry. */
    public static WireFormat ofCommand(Settings settings) throws FormatException {
        ValueFormat likely =
                settings.kafka().containsKey(REGISTRY_URL) ? new ValueFormat.Avro() : new ValueFormat.Json();
        return of(settings.format().orElse(likely), settings);
    }

    private static WireFormat of(ValueFormat format, Settings settings) throws FormatException {
        if (format instanceof ValueFormat.Json) {
            return new JsonFormat();
        }
        if (format instanceof ValueFormat.Custom custom) {
            return new AvroFormat(settings.topics(), custom(custom.className(), settings));
        }
        return new AvroFormat(settings.topics(), new RegistryEncodings(registry(settings)));
    }

    private static CustomEncodings custom(String className, Settings settings) throws FormatException {
        try {
            return CustomEncodings.load(className, settings.kafka());
        } catch (IllegalArgumentException e) {
            throw new FormatException("format: " + e.getMessage(), e);
        }
    }

    /** The serdes of the registry that the settings name. */
    public static RegistrySerdes registry(Settings settings) throws FormatException {
        try {
            return RegistrySerdes.open(registrySettings(settings));
        } catch (IOException e) {
            throw new FormatException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Where the registry is, as the settings say. */
    public static RegistrySettings registrySettings(Settings settings) throws FormatException {
        if (!settings.kafka().containsKey(REGISTRY_URL)) {
            throw new FormatException(
                    "format avro needs " + REGISTRY_URL
                            + " under kafka in the settings (or WEIR_KAFKA_SCHEMA_REGISTRY_URL); without a registry, set format: json");
        }
        RegistrySettingsReading reading = RegistrySettings.read(settings.kafka());
        if (reading instanceof RegistrySettingsReading.Valid valid) {
            return valid.settings();
        }
        List<String> problems = ((RegistrySettingsReading.Invalid) reading).problems();
        throw new FormatException("invalid settings of the registry\n  " + String.join("\n  ", problems));
    }
}
