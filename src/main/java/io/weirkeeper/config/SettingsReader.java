package io.weirkeeper.config;

import io.weirkeeper.core.gate.TimeBounds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads the settings of the service: from a file, with environment variables before it and defaults behind it. */
public final class SettingsReader {
    private static final String KAFKA = "kafka";
    private static final String KAFKA_VARIABLE = "WEIR_KAFKA_";

    private static final String GROUP_INSTANCE_ID = "group.instance.id";

    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, String> kafka = new HashMap<>();
    private final Problems inFile = new Problems();
    private final Problems inVariables = new Problems();

    private SettingsReader() {}

    /**
     * The settings, or everything that is wrong with them.
     *
     * @param yaml the text of the file, if there is one
     * @param environment environment variables; those that are not settings are passed over
     */
    public static SettingsReading read(Optional<String> yaml, Map<String, String> environment) {
        return new SettingsReader().readAll(yaml, environment);
    }

    /** The settings of the HTTP server that these variables say, and the defaults of all others. */
    public static SettingsReading readHttp(Map<String, String> environment) {
        Map<String, String> http = new HashMap<>(environment);
        http.keySet().retainAll(HttpSettingsTable.VARIABLES);
        return read(Optional.empty(), http);
    }

    private SettingsReading readAll(Optional<String> yaml, Map<String, String> environment) {
        yaml.flatMap(text -> YamlDocument.read(text, inFile)).ifPresent(root -> root.mapping(this::readFile));
        SettingsTable.ALL.forEach(setting -> readVariable(setting, environment));
        environment.forEach(this::readKafkaVariable);
        List<String> problems = new ArrayList<>();
        inFile.byLine().forEach(problem -> problems.add(problem.toString()));
        inVariables.byLine().forEach(problem -> problems.add(problem.path() + ": " + problem.message()));
        if (problems.isEmpty() && value(SettingsTable.LONGEST_WINDOW) < value(SettingsTable.LATE)) {
            problems.add("state.longestWindow must not be shorter than time.late");
        }
        if (value(SettingsTable.MEMBERSHIP_AT_STOP) == MembershipAtStop.KEEP
                && kafka.getOrDefault(GROUP_INSTANCE_ID, "").isEmpty()) {
            problems.add("stop.membership: keep needs kafka." + GROUP_INSTANCE_ID
                    + ": without a name of its own, a gate that starts again is a new member");
        }
        requireOneSource(HttpSettingsTable.READ_TOKEN, HttpSettingsTable.READ_TOKEN_FILE, problems);
        requireOneSource(HttpSettingsTable.WRITE_TOKEN, HttpSettingsTable.WRITE_TOKEN_FILE, problems);
        return problems.isEmpty() ? new SettingsReading.Valid(settings()) : new SettingsReading.Invalid(problems);
    }

    private void requireOneSource(
            Setting<Optional<Secret>> token, Setting<Optional<Path>> file, List<String> problems) {
        if (value(token).isPresent() && value(file).isPresent()) {
            problems.add(token.path() + " and " + file.path() + " cannot both be set");
        }
    }

    private Optional<Boolean> readFile(YamlMap root) {
        readSection("", root);
        SettingsTable.ALL.stream()
                .map(Setting::section)
                .filter(section -> !section.isEmpty())
                .distinct()
                .forEach(section -> root.optional(section, value -> value.mapping(map -> readSection(section, map))));
        root.optional(KAFKA, value -> value.mapping(this::readKafka));
        return Optional.of(true);
    }

    private Optional<Boolean> readSection(String section, YamlMap map) {
        SettingsTable.ALL.stream()
                .filter(setting -> setting.section().equals(section))
                .forEach(setting -> map.optional(setting.key(), setting.reader())
                        .ifPresent(value -> values.put(setting.path(), value)));
        return Optional.of(true);
    }

    private Optional<Boolean> readKafka(YamlMap map) {
        map.keys().forEach(key -> map.optional(key, YamlValue::text).ifPresent(text -> kafka.put(key, text)));
        return Optional.of(true);
    }

    private void readVariable(Setting<?> setting, Map<String, String> environment) {
        String text = environment.get(setting.variable());
        if (text != null) {
            ScalarNode node = new ScalarNode(Tag.STR, text, ScalarStyle.DOUBLE_QUOTED);
            setting.reader()
                    .apply(new YamlValue(setting.variable(), 1, node, inVariables))
                    .ifPresent(value -> values.put(setting.path(), value));
        }
    }

    /** {@code WEIR_KAFKA_BOOTSTRAP_SERVERS} is {@code bootstrap.servers}. */
    private void readKafkaVariable(String variable, String text) {
        if (variable.startsWith(KAFKA_VARIABLE)) {
            String name = variable.substring(KAFKA_VARIABLE.length());
            kafka.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), text);
        }
    }

    private Settings settings() {
        return new Settings(
                value(SettingsTable.APPLICATION_ID),
                value(SettingsTable.PREFIX),
                value(SettingsTable.FORMAT),
                value(SettingsTable.POLICY),
                value(SettingsTable.STATE_DIRECTORY),
                Duration.ofMillis(value(SettingsTable.LONGEST_WINDOW)),
                new TimeBounds(value(SettingsTable.LATE), value(SettingsTable.AHEAD)),
                kafka,
                http(),
                value(HttpSettingsTable.SENDERS),
                value(SettingsTable.STATE_MEMORY),
                value(SettingsTable.MEMBERSHIP_AT_STOP));
    }

    private HttpSettings http() {
        return new HttpSettings(
                value(HttpSettingsTable.HOST),
                value(HttpSettingsTable.PORT),
                value(HttpSettingsTable.READ_TOKEN),
                value(HttpSettingsTable.WRITE_TOKEN),
                value(HttpSettingsTable.READ_TOKEN_FILE),
                value(HttpSettingsTable.WRITE_TOKEN_FILE),
                value(HttpSettingsTable.MAX_BODY),
                value(HttpSettingsTable.MAX_URI),
                Duration.ofMillis(value(HttpSettingsTable.TIMEOUT)),
                value(HttpSettingsTable.MAX_LISTENERS),
                value(HttpSettingsTable.ADVERTISED_HOST),
                value(HttpSettingsTable.ADVERTISED_PORT));
    }

    @SuppressWarnings("unchecked") // only what the setting's own reader gave is put under its path
    private <T> T value(Setting<T> setting) {
        return (T) values.getOrDefault(setting.path(), setting.byDefault());
    }
}
