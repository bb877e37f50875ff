package io.weirkeeper.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weirkeeper.query.Target;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where a gate answers over HTTP, and what opens it. */
final class ServerConnection {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            description = "Where a gate answers HTTP; any instance will do (default: ${DEFAULT-VALUE}).")
    private String url = "";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Holds the bearer token (default: WEIR_HTTP_READ_TOKEN or WEIR_HTTP_WRITE_TOKEN, if set).")
    private @Nullable Path tokenFile;

    /** What is answered to a question; whatever else is answered is a failure. */
    JsonNode get(Target target) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
        try {
            return read(client.send(request(target), HttpResponse.BodyHandlers.ofString()));
        } catch (JsonProcessingException e) {
            throw Failure.failed("what answers at " + url + " is no gate", e);
        } catch (IOException e) {
            throw Failure.failed("no gate answers at " + url + "; choose where with --url", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.failed("interrupted", e);
        }
    }

    private HttpRequest request(Target target) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url.replaceAll("/+$", "") + target))
                    .timeout(PATIENCE);
            token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
            return request.build();
        } catch (IllegalArgumentException e) {
            throw Failure.wrongUse("--url " + url + " or the token cannot be used: " + e.getMessage());
        }
    }

    private Optional<String> token() {
        if (tokenFile != null) {
            return Optional.of(Files.text(tokenFile).strip());
        }
        return Stream.of("WEIR_HTTP_READ_TOKEN", "WEIR_HTTP_WRITE_TOKEN")
                .flatMap(name -> Optional.ofNullable(System.getenv(name)).stream())
                .findFirst();
    }

    private JsonNode read(HttpResponse<String> answer) throws JsonProcessingException {
        JsonNode body = JSON.readTree(answer.body());
        if (answer.statusCode() != OK) {
            throw Failure.failed("the gate at " + url + " answers " + answer.statusCode() + ": "
                    + body.path("detail").asText());
        }
        return body;
    }
}
