package io.weirkeeper.config;

import io.weirkeeper.core.gate.TimeBounds;
import io.weirkeeper.topics.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All settings with their defaults: what the reader accepts and the README lists. */
final class SettingsTable {
    private static final Pattern CLASS_NAME = Pattern.compile("(?:[A-Za-z_$][\\w$]*\\.)+[A-Za-z_$][\\w$]*");

    /** Below this, write buffers would be flushed all the time. */
    private static final long LEAST_STATE_MEMORY = 16L * 1024 * 1024;

    private static final long MOST_STATE_MEMORY = 1L << 40;

    static final Setting<String> APPLICATION_ID = new Setting<>(
            "",
            "applicationId",
            "WEIR_APPLICATION_ID",
            YamlValue::nonEmptyText,
            "weirkeeper",
            "weirkeeper",
            "names the consumer group and the internal topics");
    static final Setting<Optional<Path>> POLICY = new Setting<>(
            "",
            "policy",
            "WEIR_POLICY",
            value -> value.nonEmptyText().map(text -> Optional.of(Path.of(text))),
            Optional.empty(),
            "none: the latest that is published",
            "the policy file");
    static final Setting<Optional<ValueFormat>> FORMAT = new Setting<>(
            "",
            "format",
            "WEIR_FORMAT",
            SettingsTable::format,
            Optional.empty(),
            "avro (`dev`: json)",
            "how values are written on the topics, in both directions: `avro`, `json`, or the class name of a serde");
    static final Setting<Topics> PREFIX = new Setting<>(
            "topics",
            "prefix",
            "WEIR_TOPICS_PREFIX",
            SettingsTable::topics,
            new Topics(""),
            "none",
            "put before the name of every topic");
    static final Setting<Path> STATE_DIRECTORY = new Setting<>(
            "state",
            "directory",
            "WEIR_STATE_DIRECTORY",
            value -> value.nonEmptyText().map(Path::of),
            Path.of("weirkeeper-state"),
            "weirkeeper-state",
            "where the stores are kept between runs");
    static final Setting<Long> STATE_MEMORY = new Setting<>(
            "state",
            "memory",
            "WEIR_STATE_MEMORY",
            value -> value.wholeNumber(LEAST_STATE_MEMORY, MOST_STATE_MEMORY),
            Settings.DEFAULT_STATE_MEMORY,
            "268435456",
            "how much memory RocksDB may use for the blocks and write buffers of all stores together, in bytes, beside the heap");
    static final Setting<Long> LONGEST_WINDOW = new Setting<>(
            "state",
            "longestWindow",
            "WEIR_STATE_LONGEST_WINDOW",
            YamlValue::duration,
            PolicyReader.DEFAULT_LONGEST_WINDOW.toMillis(),
            "1d",
            "the longest window that a policy may use; must not change while there is state");
    static final Setting<Long> LATE = new Setting<>(
            "time",
            "late",
            "WEIR_TIME_LATE",
            YamlValue::durationOrZero,
            TimeBounds.DEFAULT.latest(),
            "1h",
            "how far a record may be behind the latest one of its partition; an older one is judged as if it were so late");
    static final Setting<Long> AHEAD = new Setting<>(
            "time",
            "ahead",
            "WEIR_TIME_AHEAD",
            YamlValue::durationOrZero,
            TimeBounds.DEFAULT.earliest(),
            "5s",
            "how far a record may be ahead of the wall clock; a later one is judged as if it were so early");

    static final Setting<MembershipAtStop> MEMBERSHIP_AT_STOP = new Setting<>(
            "stop",
            "membership",
            "WEIR_STOP_MEMBERSHIP",
            value -> value.oneOf(Words.ofEnum(MembershipAtStop.values())),
            MembershipAtStop.LEAVE,
            "leave",
            "what a gate does with its place in the consumer group when it stops: `leave` it to the others at once, or `keep` it"
                    + " until `session.timeout.ms` has passed (needs `kafka.group.instance.id`)");

    /** In the order of the documentation. */
    static final List<Setting<?>> ALL = Stream.concat(
                    Stream.of(
                            APPLICATION_ID,
                            POLICY,
                            FORMAT,
                            PREFIX,
                            STATE_DIRECTORY,
                            STATE_MEMORY,
                            LONGEST_WINDOW,
                            LATE,
                            AHEAD,
                            MEMBERSHIP_AT_STOP),
                    HttpSettingsTable.ALL.stream())
            .toList();

    private SettingsTable() {}

    private static Optional<Optional<ValueFormat>> format(YamlValue value) {
        return value.nonEmptyText().flatMap(text -> {
            if (!CLASS_NAME.matcher(text).matches() && !text.equals("avro") && !text.equals("json")) {
                value.problem(
                        Quoted.of(text) + " is unknown; allowed: avro, json, or the full name of a serde's class");
                return Optional.empty();
            }
            return Optional.of(Optional.of(ValueFormat.named(text)));
        });
    }

    private static Optional<Topics> topics(YamlValue value) {
        return value.text().flatMap(prefix -> {
            try {
                return Optional.of(new Topics(prefix));
            } catch (IllegalArgumentException e) {
                value.problem(String.valueOf(e.getMessage()));
                return Optional.empty();
            }
        });
    }
}
