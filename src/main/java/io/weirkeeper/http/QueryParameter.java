package io.weirkeeper.http;

import java.util.List;

/**
 * A parameter of the query of a route.
 *
 * @param allowed the values that it takes; any if there are none
 */
public record QueryParameter(String name, String meaning, List<String> allowed) {
    public QueryParameter {
        allowed = List.copyOf(allowed);
    }

    /** One that takes any text. */
    public static QueryParameter text(String name, String meaning) {
        return new QueryParameter(name, meaning, List.of());
    }
}
