package io.weirkeeper.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weirkeeper.service.GateService;
import io.weirkeeper.service.NotReadyException;
import io.weirkeeper.streams.LiveStores;
import io.weirkeeper.streams.Nodes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The other instances, found by what Kafka Streams knows of them and asked over HTTP. */
public final class HttpPeers implements Peers {
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(1);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(3);
    private static final int LEAST_ERROR_OF_SERVERS = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Share share;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTS_WITHIN)
            .build();

    public HttpPeers(GateService service) {
        this.share = new Share(service);
    }

    @Override
    public Owner ownerOf(String subject) throws NotReadyException {
        return share.ownerOf(Nodes.ACTIVITY, subject);
    }

    /** Who keeps what the global gate counts. */
    public Owner ownerOfGlobalGate() throws NotReadyException {
        return share.ownerOf(Nodes.WIDER_ACTIVITY, LiveStores.GLOBAL_KEY);
    }

    @Override
    public List<Instance> others() throws NotReadyException {
        return share.others();
    }

    @Override
    public PeerAnswer ask(Instance instance, String target, Optional<JsonNode> body, Optional<String> authorization)
            throws NotReadyException {
        try {
            HttpRequest request = request(instance, target, body, authorization);
            return read(client.send(request, HttpResponse.BodyHandlers.ofString()), instance);
        } catch (IOException | IllegalArgumentException e) { // such as a host that is none
            throw new NotReadyException(instance + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReadyException("interrupted", e);
        }
    }

    private static HttpRequest request(
            Instance instance, String target, Optional<JsonNode> body, Optional<String> authorization) {
        String host = instance.host().contains(":") ? "[" + instance.host() + "]" : instance.host();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://" + host + ":" + instance.port() + target))
                .timeout(ANSWERS_WITHIN)
                .header(Asker.HOP, Asker.ONE_HOP);
        authorization.ifPresent(value -> request.header("Authorization", value));
        body.ifPresent(value ->
                request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(value.toString())));
        return request.build();
    }

    private static PeerAnswer read(HttpResponse<String> answer, Instance instance) throws NotReadyException {
        if (answer.statusCode() >= LEAST_ERROR_OF_SERVERS) {
            throw new NotReadyException(instance + " is not ready");
        }
        try {
            return new PeerAnswer(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (JsonProcessingException e) {
            throw new NotReadyException(instance + " answers what it should not", e);
        }
    }
}
