package io.weirkeeper.http;

import io.weirkeeper.events.wire.WireFormat;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The path of a route, such as {@code /v1/blocklist/{sender}}. A parameter is one segment; a slash within it is written %2F.
 *
 * @param text as OpenAPI has it
 */
public record PathTemplate(String text) {
    /** As long as a sender can be, in bytes of UTF-8. */
    static final int LONGEST_PARAMETER = WireFormat.LARGEST_NAME;

    /** No sender is called so, and what lies between here and a client may take it for a path of its own. */
    private static final Pattern DOT_SEGMENT = Pattern.compile("(^|[/\\\\])\\.\\.?($|[/\\\\])");

    public PathTemplate {
        if (!text.matches("/|(/([a-z0-9.-]+|\\{[a-z]+\\}))+")) {
            throw new IllegalArgumentException("not a path of a route: " + text);
        }
    }

    /** The names of the parameters, from left to right. */
    public List<String> parameters() {
        return segments(text).stream()
                .filter(PathTemplate::isParameter)
                .map(PathTemplate::name)
                .toList();
    }

    /** Whether a path that was asked for, still encoded, is of this kind. */
    boolean matches(String raw) {
        List<String> wanted = segments(text);
        List<String> given = segments(raw);
        if (wanted.size() != given.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            boolean fits = isParameter(wanted.get(i))
                    ? !given.get(i).isEmpty()
                    : given.get(i).equals(wanted.get(i));
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /**
     * The parameters in a path that matches, decoded.
     *
     * @throws HttpProblem if one is encoded wrongly or too long
     */
    Map<String, String> parameters(String raw) throws HttpProblem {
        List<String> wanted = segments(text);
        List<String> given = segments(raw);
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            if (isParameter(wanted.get(i))) {
                String name = name(wanted.get(i));
                values.put(name, decoded(name, given.get(i)));
            }
        }
        return values;
    }

    private static String decoded(String name, String raw) throws HttpProblem {
        String value = PercentText.decode(raw)
                .orElseThrow(() -> HttpProblem.badRequest(name + " in the path is not percent-encoded UTF-8"));
        if (value.getBytes(StandardCharsets.UTF_8).length > LONGEST_PARAMETER) {
            throw HttpProblem.badRequest(name + " in the path is longer than " + LONGEST_PARAMETER + " bytes");
        }
        if (DOT_SEGMENT.matcher(value).find()) {
            throw HttpProblem.badRequest(name + " in the path must not contain dot segments");
        }
        return value;
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }

    private static String name(String segment) {
        return segment.substring(1, segment.length() - 1);
    }
}
