package io.weirkeeper.config;

import io.weirkeeper.core.policy.NoticeTexts;
import io.weirkeeper.core.verdict.Reason;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code notices}: what may be answered to the sender of a blocked message. */
final class NoticesSection {
    private static final Set<String> BUILT_IN_LANGUAGES = Set.of("en", "id", "es");
    private static final Words<Reason> REASONS = Words.of(Arrays.asList(Reason.values()), Reason::name);
    private static final Pattern IN_BRACES = Pattern.compile("\\{[^{}]*}");
    private static final Set<String> PLACEHOLDERS = Set.of("{retryIn}", "{retryAt}", "{rule}");

    private NoticesSection() {}

    static Optional<NoticeTexts> read(YamlMap map, LongestWindow longestWindow) {
        Optional<String> language = map.optional("language", YamlValue::nonEmptyText, NoticeTexts.DEFAULT_LANGUAGE)
                .map(NoticesSection::folded);
        Optional<Long> atMostOncePer =
                map.optional("atMostOncePer", YamlValue::durationOrZero, NoticeTexts.DEFAULT_AT_MOST_ONCE_PER);
        atMostOncePer.ifPresent(
                millis -> longestWindow.check(map, "atMostOncePer", "the time between two notices", millis));
        Map<String, Map<Reason, String>> texts = map.optional("texts", value -> value.mapping(NoticesSection::texts))
                .orElse(Map.of());
        language.filter(name -> !BUILT_IN_LANGUAGES.contains(name) && !texts.containsKey(name))
                .ifPresent(name -> map.problem(
                        "language",
                        "no texts in " + Quoted.of(name) + "; built in are en, id and es, others need notices.texts"));
        if (!map.isSound()) {
            return Optional.empty();
        }
        return Optional.of(new NoticeTexts(language.orElseThrow(), atMostOncePer.orElseThrow(), texts));
    }

    /** The texts by language, without languages that have none. */
    private static Optional<Map<String, Map<Reason, String>>> texts(YamlMap map) {
        Map<String, Map<Reason, String>> texts = new HashMap<>();
        Map<String, Integer> lines = new HashMap<>();
        for (String key : map.keys()) {
            String language = folded(key);
            Optional.ofNullable(lines.putIfAbsent(language, map.line(key)))
                    .ifPresent(line -> map.problem(key, "the same language as on line " + line));
            map.required(key, value -> value.mapping(NoticesSection::byReason))
                    .ifPresent(own -> texts.put(language, own));
        }
        return Optional.of(texts);
    }

    /** Nothing if the author wrote none. */
    private static Optional<Map<Reason, String>> byReason(YamlMap map) {
        Map<Reason, String> texts = new EnumMap<>(Reason.class);
        for (String key : map.keys()) {
            Optional<Reason> reason = REASONS.meaning(key);
            if (reason.isPresent()) {
                map.required(key, NoticesSection::text).ifPresent(text -> texts.put(reason.get(), text));
            } else {
                map.problem(key, "unknown reason; allowed: " + REASONS.listed());
            }
        }
        return map.keys().isEmpty() ? Optional.empty() : Optional.of(Map.copyOf(texts));
    }

    private static Optional<String> text(YamlValue value) {
        Optional<String> text = value.text();
        Matcher braces = IN_BRACES.matcher(text.orElse(""));
        while (braces.find()) {
            if (!PLACEHOLDERS.contains(braces.group())) {
                value.problem("unknown placeholder " + Quoted.shortened(braces.group()) + "; allowed: "
                        + PLACEHOLDERS.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
        return text;
    }

    private static String folded(String language) {
        return language.toLowerCase(Locale.ROOT);
    }
}
