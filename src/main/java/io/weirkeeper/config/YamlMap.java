package io.weirkeeper.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * The keys and values of one mapping. It remembers which keys it was asked for: the others are unknown, and are reported
 * when the mapping has been read.
 */
public final class YamlMap {
    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z0-9_-]{1,60}");

    private final String path;
    private final int line;
    private final Problems problems;
    private final int problemsBefore;
    private final Map<String, YamlValue> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private Optional<Boolean> sound = Optional.empty();

    YamlMap(String path, int line, MappingNode node, Problems problems) {
        this.path = path;
        this.line = line;
        this.problems = problems;
        this.problemsBefore = problems.count();
        node.getValue().forEach(this::add);
    }

    private void add(NodeTuple entry) {
        int at = YamlValue.lineOf(entry.getKeyNode());
        if (!(entry.getKeyNode() instanceof ScalarNode scalar)) {
            problems.add(path, at, "a key must be a text");
            return;
        }
        String key = scalar.getValue();
        if (values.containsKey(key)) {
            problems.add(path(key), at, "duplicate key; first on line " + line(key));
            return;
        }
        values.put(key, new YamlValue(path(key), at, entry.getValueNode(), problems));
        lines.put(key, at);
    }

    /** What stands under the key, read in this way; a problem if nothing does. */
    public <T> Optional<T> required(String key, Function<YamlValue, Optional<T>> reader) {
        Optional<YamlValue> value = ask(key);
        if (value.isEmpty()) {
            problem(key, "missing");
        }
        return value.flatMap(reader);
    }

    /** What stands under the key, read in this way; nothing if the key is absent. */
    public <T> Optional<T> optional(String key, Function<YamlValue, Optional<T>> reader) {
        return ask(key).flatMap(reader);
    }

    /** What stands under the key, read in this way, or the default if the key is absent; nothing if there is a problem. */
    public <T> Optional<T> optional(String key, Function<YamlValue, Optional<T>> reader, T byDefault) {
        Optional<YamlValue> value = ask(key);
        return value.isPresent() ? reader.apply(value.get()) : Optional.of(byDefault);
    }

    /** Refuses a key that is known but has no meaning yet, and does not look at what stands under it. */
    public void unsupported(String key) {
        if (ask(key).isPresent()) {
            problem(key, "not supported yet");
        }
    }

    /** The keys that were written, for a mapping in which the author chooses them; none of them is unknown. */
    public Set<String> keys() {
        asked.addAll(values.keySet());
        return Collections.unmodifiableSet(values.keySet());
    }

    /** Says what is wrong with what stands under the key, or with its absence. */
    public void problem(String key, String message) {
        problems.add(path(key), line(key), message);
    }

    /** Says what is wrong with the mapping as a whole. */
    public void problem(String message) {
        problems.add(path, line, message);
    }

    /** The line of the mapping: that of its key, or that of its first line if it is an entry of a list. */
    public int line() {
        return line;
    }

    /** The line of the key; that of the mapping if the key is absent. Counted from 1. */
    public int line(String key) {
        return lines.getOrDefault(key, line);
    }

    /** Whether no problem was found in it so far; once it has been read, whether none was found in it at all. */
    public boolean isSound() {
        return sound.orElseGet(() -> problems.count() == problemsBefore);
    }

    /** Ends the reading: all that was not asked for is unknown. */
    void close() {
        values.keySet().stream().filter(key -> !asked.contains(key)).forEach(this::unknown);
        sound = Optional.of(isSound());
    }

    private void unknown(String key) {
        String hint = Spelling.closest(key, asked)
                .map(name -> "did you mean " + name + "?")
                .orElseGet(() -> "known here: " + String.join(", ", asked));
        problem(key, "unknown key; " + hint);
    }

    private Optional<YamlValue> ask(String key) {
        asked.add(key);
        return Optional.ofNullable(values.get(key));
    }

    private String path(String key) {
        String step = PLAIN_KEY.matcher(key).matches() ? key : Quoted.of(key);
        return path.isEmpty() ? step : path + '.' + step;
    }
}
