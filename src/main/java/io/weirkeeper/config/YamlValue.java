package io.weirkeeper.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One value of a document. The methods read it as what it should be; if it is something else they say so among the
 * problems and give nothing.
 */
public final class YamlValue {
    private final String path;
    private final int line;
    private final Node node;
    private final Problems problems;

    YamlValue(String path, int line, Node node, Problems problems) {
        this.path = path;
        this.line = line;
        this.node = node;
        this.problems = problems;
    }

    /** Says what is wrong with this value. */
    public void problem(String message) {
        problems.add(path, line, message);
    }

    /** A scalar as it was written; quotation marks are not part of it. */
    public Optional<String> text() {
        if (node instanceof ScalarNode scalar && !isAbsent()) {
            return Optional.of(scalar.getValue());
        }
        return wrongKind("a text");
    }

    /** A text of at least one character. */
    public Optional<String> nonEmptyText() {
        return text().filter(text -> {
            if (text.isBlank()) {
                problem("must not be empty");
            }
            return !text.isBlank();
        });
    }

    /** {@code true} or {@code false}. */
    public Optional<Boolean> flag() {
        return text().flatMap(text -> {
            if (!text.equals("true") && !text.equals("false")) {
                problem(Quoted.of(text) + " is neither true nor false");
                return Optional.empty();
            }
            return Optional.of(text.equals("true"));
        });
    }

    /** A whole number within both bounds. */
    public Optional<Long> wholeNumber(long least, long most) {
        return text().flatMap(text -> {
            if (!Numbers.isWhole(text)) {
                problem(Quoted.of(text) + " is not a whole number");
                return Optional.empty();
            }
            OptionalLong parsed = Numbers.parse(text);
            long number = parsed.orElse(text.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE);
            if (number < least) {
                problem("must be at least " + least + ", not " + Quoted.shortened(text));
            } else if (number > most || parsed.isEmpty()) {
                problem("must be at most " + most + ", not " + Quoted.shortened(text));
            } else {
                return Optional.of(number);
            }
            return Optional.empty();
        });
    }

    /** A whole number within both bounds. */
    public Optional<Integer> wholeNumber(int least, int most) {
        return wholeNumber((long) least, most).map(Math::toIntExact);
    }

    /** A share: a decimal number above 0 and at most 1. */
    public Optional<Double> share() {
        return text().flatMap(text -> {
            OptionalDouble share = Numbers.parseDecimal(text);
            if (share.isEmpty()) {
                problem(Quoted.of(text) + " is not a decimal number");
                return Optional.empty();
            }
            if (share.getAsDouble() <= 0 || share.getAsDouble() > 1) {
                problem("must be above 0 and at most 1, not " + Quoted.shortened(text));
                return Optional.empty();
            }
            return Optional.of(share.getAsDouble());
        });
    }

    /** A duration in milliseconds, 0 included. */
    public Optional<Long> durationOrZero() {
        return text().flatMap(text -> {
            OptionalLong millis = Durations.parse(text, this::problem);
            return millis.isPresent() ? Optional.of(millis.getAsLong()) : Optional.empty();
        });
    }

    /** A duration in milliseconds, at least 1. */
    public Optional<Long> duration() {
        return durationOrZero().filter(millis -> {
            if (millis == 0) {
                problem("must be longer than 0");
            }
            return millis > 0;
        });
    }

    /** What one of these words stands for. */
    public <T> Optional<T> oneOf(Words<T> words) {
        return text().flatMap(text -> {
            Optional<T> meaning = words.meaning(text);
            if (meaning.isEmpty()) {
                problem(Quoted.of(text) + " is unknown; allowed: " + words.listed());
            }
            return meaning;
        });
    }

    /** The entries of a list, unread. */
    public Optional<List<YamlValue>> items() {
        if (!(node instanceof SequenceNode sequence)) {
            return wrongKind("a list");
        }
        List<YamlValue> items = new ArrayList<>(sequence.getValue().size());
        for (Node item : sequence.getValue()) {
            items.add(new YamlValue(path + '[' + items.size() + ']', lineOf(item), item, problems));
        }
        return Optional.of(items);
    }

    /** The entries of a list, all read in the same way; those with a problem are left out. */
    public <T> Optional<List<T>> list(Function<YamlValue, Optional<T>> reader) {
        return items().map(items ->
                items.stream().map(reader).flatMap(Optional::stream).toList());
    }

    /** A mapping. The keys that the reader does not ask for are unknown keys: the problems name them. */
    public <T> Optional<T> mapping(Function<YamlMap, Optional<T>> reader) {
        if (!(node instanceof MappingNode mapping)) {
            return wrongKind("a mapping (key: value)");
        }
        YamlMap map = new YamlMap(path, line, mapping, problems);
        Optional<T> value = reader.apply(map);
        map.close();
        return value;
    }

    /** Whether nothing was written where a value belongs. */
    boolean isAbsent() {
        return node instanceof ScalarNode scalar
                && scalar.isPlain()
                && scalar.getValue().isEmpty();
    }

    static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private <T> Optional<T> wrongKind(String wanted) {
        problem(isAbsent() ? "has no value; it must be " + wanted : "must be " + wanted + ", not " + kind());
        return Optional.empty();
    }

    private String kind() {
        if (node instanceof SequenceNode) {
            return "a list";
        }
        return node instanceof MappingNode ? "a mapping" : "a text";
    }
}
