package io.weirkeeper.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The layer on which readers of files stand, whatever the file is about. */
class YamlMapTest {
    private final Problems problems = new Problems();

    @Test
    void aRequiredKeyThatIsAbsentIsAProblemOfItsMapping() {
        Optional<Integer> port = read("a: 1\nserver:\n  host: x\n", root -> {
            root.optional("a", YamlValue::text);
            return root.required(
                    "server",
                    value -> value.mapping(server -> {
                        server.optional("host", YamlValue::text);
                        return server.required("port", number -> number.wholeNumber(1, 65535));
                    }));
        });

        assertThat(port).isEmpty();
        assertThat(found()).containsExactly("line 2: server.port: missing");
    }

    @Test
    void aDefaultStandsForAnAbsentKeyButNotForABadValue() {
        read("bad: x\n", root -> {
            assertThat(root.optional("absent", YamlValue::duration, 5L)).hasValue(5L);
            assertThat(root.optional("bad", YamlValue::duration, 5L)).isEmpty();
            return Optional.empty();
        });
    }

    @Test
    void whatWasNotAskedForIsUnknown() {
        read("hots: x\ncolour: red\n", root -> root.optional("host", YamlValue::text));

        assertThat(found())
                .containsExactly(
                        "line 1: hots: unknown key; did you mean host?",
                        "line 2: colour: unknown key; known here: host");
    }

    @Test
    void keysThatTheAuthorChoosesAreNotUnknown() {
        Optional<List<String>> keys = read("b: 1\na: 2\n", root -> Optional.of(List.copyOf(root.keys())));

        assertThat(keys).hasValue(List.of("b", "a"));
        assertThat(found()).isEmpty();
    }

    @Test
    void anUnsupportedKeyIsNotLookedInto() {
        read("later: {a: 1, a: 2}\n", root -> {
            root.unsupported("later");
            root.unsupported("absent");
            return Optional.empty();
        });

        assertThat(found()).containsExactly("line 1: later: not supported yet");
    }

    @Test
    void aMappingIsSoundUntilAProblemIsFoundInIt() {
        read("first: {a: 1}\nsecond: {b: x}\n", root -> {
            root.required(
                    "first",
                    value -> value.mapping(first -> {
                        first.optional("a", YamlValue::text);
                        assertThat(first.isSound()).isTrue();
                        return Optional.of(first);
                    }));
            root.required(
                    "second",
                    value -> value.mapping(second -> {
                        second.optional("b", YamlValue::flag);
                        assertThat(second.isSound()).isFalse();
                        return Optional.of(second);
                    }));
            assertThat(root.isSound()).isFalse();
            return Optional.empty();
        });
    }

    @Test
    void aMappingThatHasBeenReadStaysAsSoundAsItWas() {
        read("first: {a: 1, x: 2}\nsecond: {a: 1}\nthird: {b: x}\n", root -> {
            Optional<YamlMap> first = root.required("first", YamlMapTest::withKeyA);
            Optional<YamlMap> second = root.required("second", YamlMapTest::withKeyA);
            root.required("third", YamlMapTest::withKeyA);

            assertThat(first.orElseThrow().isSound()).isFalse();
            assertThat(second.orElseThrow().isSound()).isTrue();
            return Optional.empty();
        });
    }

    @Test
    void anAnchoredTextIsTheSameTextWhereverItsAliasStands() {
        Optional<List<String>> texts = read("list: [&a one, two, *a]\n", root -> {
            return root.required("list", value -> value.list(YamlValue::text));
        });

        assertThat(texts).hasValue(List.of("one", "two", "one"));
    }

    @Test
    void whatIsRepeatedInAProblemIsShortAndOnOneLine() {
        read("flag: \"a\\nb" + "c".repeat(100) + "\"\n", root -> root.required("flag", YamlValue::flag));

        assertThat(found()).containsExactly("line 1: flag: \"a b" + "c".repeat(57) + "...\" is neither true nor false");
    }

    private static Optional<YamlMap> withKeyA(YamlValue value) {
        return value.mapping(map -> {
            map.optional("a", YamlValue::text);
            return Optional.of(map);
        });
    }

    private <T> Optional<T> read(String yaml, Function<YamlMap, Optional<T>> reader) {
        return YamlDocument.read(yaml, problems).flatMap(root -> root.mapping(reader));
    }

    private List<String> found() {
        return problems.byLine().stream().map(Problem::toString).toList();
    }
}
