package io.weirkeeper.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks one URL after the other, and all of them again after a pause, until one answers or the time is up. The one that
 * answered last is asked first. Thread-safe.
 */
final class RegistryHttp {
    private final List<Endpoint> endpoints;
    private final CallLimits limits;
    private final Pace pace;
    private final HttpClient client;
    private volatile int first;

    /**
     * @throws IOException if a store of certificates cannot be read
     */
    RegistryHttp(RegistrySettings settings, CallLimits limits, Pace pace) throws IOException {
        this.endpoints = settings.endpoints();
        this.limits = limits;
        this.pace = pace;
        this.client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(limits.connect())
                .sslContext(TlsContext.of(settings.tls()))
                .build();
    }

    /**
     * The answer.
     *
     * @throws RegistryRefused at the first no
     * @throws RegistryUnavailable if there is neither yes nor no in time; the message tells of each URL
     */
    JsonNode ask(Call call) {
        long start = pace.nanos();
        Duration pause = limits.firstPause();
        List<String> failures = new ArrayList<>();
        while (true) {
            failures.clear();
            int firstOfRound = first;
            for (int i = 0; i < endpoints.size(); i++) {
                int index = (firstOfRound + i) % endpoints.size();
                Endpoint endpoint = endpoints.get(index);
                Answer answer = attempt(endpoint, call, shorter(limits.attempt(), left(start)));
                if (answer instanceof Answer.Failed failed) {
                    failures.add(endpoint + " " + failed.why());
                    if (isOver(start)) {
                        throw unavailable(call, failures);
                    }
                } else {
                    first = index;
                    return given(call, endpoint, answer);
                }
            }
            if (left(start).compareTo(pause) <= 0) {
                throw unavailable(call, failures);
            }
            rest(call, pause);
            pause = shorter(pause.multipliedBy(2), limits.longestPause());
        }
    }

    private static JsonNode given(Call call, Endpoint endpoint, Answer answer) {
        if (answer instanceof Answer.Refused refused) {
            throw refused.refusal().to(call + ": " + endpoint);
        }
        return ((Answer.Given) answer).json();
    }

    private Answer attempt(Endpoint endpoint, Call call, Duration patience) {
        CompletableFuture<HttpResponse<byte[]>> response =
                client.sendAsync(call.to(endpoint), info -> new BoundedBody(limits.largestAnswer()));
        try {
            HttpResponse<byte[]> got = response.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return Answer.of(got.statusCode(), got.body());
        } catch (TimeoutException e) {
            response.cancel(true);
            return new Answer.Failed("gives no answer within " + patience.toMillis() + " ms");
        } catch (ExecutionException e) {
            return new Answer.Failed(described(e));
        } catch (InterruptedException e) {
            response.cancel(true);
            throw interrupted(call);
        }
    }

    private void rest(Call call, Duration pause) {
        try {
            pace.pause(pause);
        } catch (InterruptedException e) {
            throw interrupted(call);
        }
    }

    private Duration left(long start) {
        return limits.total().minusNanos(pace.nanos() - start);
    }

    private boolean isOver(long start) {
        return left(start).compareTo(Duration.ZERO) <= 0;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static RegistryUnavailable interrupted(Call call) {
        Thread.currentThread().interrupt();
        return new RegistryUnavailable(call + ": interrupted");
    }

    private static RegistryUnavailable unavailable(Call call, List<String> failures) {
        return new RegistryUnavailable(call + ": " + String.join("; ", failures));
    }

    private static String described(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String message = cause.getMessage();
        return message == null ? "cannot be reached (" + cause.getClass().getSimpleName() + ")" : message;
    }
}
