package io.weirkeeper.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of a request behind the question mark. */
final class Query {
    private Query() {}

    /**
     * The values of each parameter, in order.
     *
     * @throws HttpProblem if one is encoded wrongly, unknown, or has a value that it does not take
     */
    static Map<String, List<String>> read(@Nullable String raw, List<QueryParameter> known) throws HttpProblem {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (raw == null || raw.isEmpty()) {
            return values;
        }
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = decoded(equals < 0 ? "" : pair.substring(equals + 1));
            QueryParameter parameter = known.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> HttpProblem.badRequest("unknown query parameter; known: "
                            + (known.isEmpty() ? "none" : String.join(", ", names(known)))));
            if (!parameter.allowed().isEmpty() && !parameter.allowed().contains(value)) {
                throw HttpProblem.badRequest("query parameter " + parameter.name() + " must be one of "
                        + String.join(", ", parameter.allowed()));
            }
            values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
        return values;
    }

    private static List<String> names(List<QueryParameter> parameters) {
        return parameters.stream().map(QueryParameter::name).toList();
    }

    private static String decoded(String raw) throws HttpProblem {
        return PercentText.decode(raw)
                .orElseThrow(() -> HttpProblem.badRequest("the query is not percent-encoded UTF-8"));
    }
}
