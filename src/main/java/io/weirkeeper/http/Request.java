package io.weirkeeper.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirkeeper.query.Asker;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was asked, as far as routes care.
 *
 * @param path the parameters of the path, decoded, never empty
 * @param query the parameters of the query, decoded; only those that the route names
 * @param by who asks: what X-Operator says, or the name of the token
 * @param asker who asks, for questions that another instance has to answer
 * @param body as it came; empty if there was none
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record Request(Map<String, String> path, Map<String, List<String>> query, String by, Asker asker, byte[] body) {

    /** A parameter of the path; the route has it. */
    public String parameter(String name) {
        return Optional.ofNullable(path.get(name)).orElseThrow(() -> new IllegalArgumentException("no " + name));
    }

    /** All values of a parameter of the query. */
    public List<String> all(String name) {
        return query.getOrDefault(name, List.of());
    }

    /**
     * The value of a parameter of the query.
     *
     * @throws HttpProblem if there are several
     */
    public Optional<String> one(String name) throws HttpProblem {
        if (all(name).size() > 1) {
            throw HttpProblem.badRequest("query parameter " + name + " is there more than once");
        }
        return all(name).stream().findFirst();
    }

    /** The body as a JSON object; an empty one if there is no body. */
    public ObjectNode json() throws HttpProblem {
        return JsonBody.read(body);
    }
}
