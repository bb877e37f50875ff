package io.weirkeeper.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpStatus;

/** Problem details (RFC 9457). The type is always about:blank: the status says what kind of problem it is. */
final class ProblemJson {
    private ProblemJson() {}

    static byte[] bytes(int status, String detail) {
        return of(status, detail).toString().getBytes(StandardCharsets.UTF_8);
    }

    static ObjectNode of(int status, String detail) {
        ObjectNode problem = JsonNodeFactory.instance.objectNode();
        problem.put("type", "about:blank");
        problem.put("title", HttpStatus.getMessage(status));
        problem.put("status", status);
        problem.put("detail", detail);
        return problem;
    }
}
