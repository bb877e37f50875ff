package io.weirkeeper.deploy;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words and signs of a text in ksqlDB's SQL, without comments. Names in backticks keep them, texts their quotes. */
final class KsqlTokens {
    private static final Pattern TOKEN =
            Pattern.compile("--[^\n]*|`[^`]*`|'(?:[^']|'')*'|[A-Za-z_][A-Za-z0-9_]*|\\d+|->|[^\\s]");

    private final List<String> tokens;
    private int next;

    private KsqlTokens(List<String> tokens) {
        this.tokens = tokens;
    }

    static KsqlTokens of(String text) {
        return new KsqlTokens(TOKEN.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(token -> !token.startsWith("--"))
                .toList());
    }

    boolean atEnd() {
        return next == tokens.size();
    }

    String next() {
        if (atEnd()) {
            throw new IllegalArgumentException("the text ends too early, after " + tokens.get(next - 1));
        }
        return tokens.get(next++);
    }

    /** Goes past the word or sign if it is the next one. */
    boolean skip(String token) {
        boolean is = !atEnd() && tokens.get(next).equalsIgnoreCase(token);
        next += is ? 1 : 0;
        return is;
    }

    void expect(String... expected) {
        for (String token : expected) {
            String found = next();
            if (!found.equalsIgnoreCase(token)) {
                throw new IllegalArgumentException(token + " expected, not " + found);
            }
        }
    }

    /** A name: in backticks as it stands, otherwise in upper case, as ksqlDB takes it. */
    String name() {
        String token = next();
        if (token.startsWith("`")) {
            return token.substring(1, token.length() - 1);
        }
        if (!token.matches("[A-Za-z_]\\w*")) {
            throw new IllegalArgumentException("a name expected, not " + token);
        }
        return token.toUpperCase(Locale.ROOT);
    }

    /** Everything before the end of the statement, which is gone past. */
    List<String> untilSemicolon() {
        int from = next;
        while (!next().equals(";")) {
            // on
        }
        return tokens.subList(from, next - 1);
    }
}
