package io.weirkeeper.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirkeeper.core.tally.Tally;
import io.weirkeeper.service.NotReadyException;
import io.weirkeeper.service.Tallies;
import io.weirkeeper.streams.codec.TallyCodec;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The verdicts that all instances together have counted. Each task is counted once or there is no answer: a sum without some of them
 * would be a lie. Instances tell each other what the tasks have stored, and not sums, so that they need not agree on the minute.
 */
public record Statistics(Peers peers, Tallies tallies) {
    private static final String TARGET = "/v1/stats";
    private static final String TASKS = "tasks";
    private static final TallyCodec CODEC = new TallyCodec();

    /** What the tasks of this instance have counted, for another one. */
    public JsonNode here() throws NotReadyException {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode tasks = answer.putObject(TASKS);
        tallies.ofTasks()
                .forEach((task, tally) -> tasks.put(task, Base64.getEncoder().encodeToString(CODEC.encode(tally))));
        return answer;
    }

    /**
     * What all tasks have counted.
     *
     * @param authorization what was shown to this instance, for the others
     * @throws NotReadyException if an instance does not answer, or a task has moved or is moving
     */
    public Collection<Tally> everywhere(Optional<String> authorization) throws NotReadyException {
        Map<String, Tally> all = new TreeMap<>(tallies.ofTasks());
        int answered = all.size();
        for (Instance other : peers.others()) {
            Map<String, Tally> theirs = ofTasks(peers.ask(other, TARGET, Optional.empty(), authorization));
            all.putAll(theirs);
            answered += theirs.size();
        }
        if (answered != all.size() || !all.keySet().equals(tallies.allTasks())) {
            throw new NotReadyException("the tasks are being shared out anew");
        }
        return all.values();
    }

    private static Map<String, Tally> ofTasks(PeerAnswer answer) throws NotReadyException {
        if (answer.status() != 200) {
            throw new NotReadyException("another instance answers " + answer.status());
        }
        Map<String, Tally> tallies = new TreeMap<>();
        try {
            answer.body().path(TASKS).properties().forEach(task -> {
                byte[] bytes = Base64.getDecoder().decode(task.getValue().asText());
                tallies.put(task.getKey(), CODEC.decode(bytes));
            });
        } catch (SerializationException | IllegalArgumentException e) {
            throw new NotReadyException("another instance counts in another way", e);
        }
        return tallies;
    }
}
