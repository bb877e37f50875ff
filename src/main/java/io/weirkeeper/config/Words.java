package io.weirkeeper.config;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The words that a key takes, with what each stands for, in the order in which problems list them.
 *
 * @param meanings what each word stands for
 */
public record Words<T>(Map<String, T> meanings) {

    public Words {
        meanings = Collections.unmodifiableMap(new LinkedHashMap<>(meanings));
    }

    /** The values under the names that the function gives them. */
    public static <T> Words<T> of(Collection<T> values, Function<T, String> name) {
        Map<String, T> meanings = new LinkedHashMap<>();
        values.forEach(value -> meanings.put(name.apply(value), value));
        return new Words<>(meanings);
    }

    /** The values of an enum in lower case, with hyphens. */
    public static <E extends Enum<E>> Words<E> ofEnum(E[] values) {
        return of(
                List.of(values), value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    public Optional<T> meaning(String word) {
        return Optional.ofNullable(meanings.get(word));
    }

    /** All words for a sentence: {@code a, b, c}. */
    public String listed() {
        return String.join(", ", meanings.keySet());
    }
}
