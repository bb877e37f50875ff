package io.weirkeeper.dev;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirkeeper.config.Settings;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.events.wire.Decoded;
import io.weirkeeper.events.wire.JsonFormat;
import io.weirkeeper.events.wire.RecordOrigin;
import io.weirkeeper.events.wire.WireFormat;
import io.weirkeeper.service.FormatException;
import io.weirkeeper.service.Formats;
import io.weirkeeper.service.KafkaClients;
import io.weirkeeper.service.RecordSender;
import io.weirkeeper.topics.BrokerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends messages of a real chat at a steady pace, over and over. */
public final class DemoTraffic implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoTraffic.class);
    private static final Duration PACE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final JsonFormat JSON = new JsonFormat();

    private final Clock clock = Clock.systemUTC();
    private final WireFormat format;
    private final String topic;
    private final List<String> lines;
    private final RecordSender sender;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "weir-demo");
        thread.setDaemon(true);
        return thread;
    });
    private final ObjectMapper json = new ObjectMapper();
    private int next;

    private DemoTraffic(Settings settings, List<String> lines) throws FormatException {
        this.format = Formats.ofCommand(settings);
        this.topic = settings.topics().inboundMessages();
        this.lines = lines;
        this.sender = new RecordSender(KafkaClients.producer(settings), PATIENCE);
    }

    /**
     * Starts sending.
     *
     * @param lines messages, one JSON object each; their ids are replaced, for they come round again
     */
    public static DemoTraffic start(Settings settings, List<String> lines) throws FormatException {
        DemoTraffic traffic = new DemoTraffic(settings, lines);
        traffic.timer.scheduleAtFixedRate(traffic::sendNext, 0, PACE.toMillis(), TimeUnit.MILLISECONDS);
        return traffic;
    }

    public boolean isRunning() {
        return !timer.isShutdown();
    }

    private void sendNext() {
        try {
            ObjectNode message = (ObjectNode) json.readTree(lines.get(next));
            next = (next + 1) % lines.size();
            message.put("id", UUID.randomUUID().toString());
            message.put("sentAt", clock.millis());
            send(json.writeValueAsBytes(message));
        } catch (BrokerException e) {
            LOG.warn("the demo stops: {}", e.getMessage());
            timer.shutdown();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(byte[] line) throws BrokerException {
        Decoded<Message> decoded = JSON.message(line, new RecordOrigin(topic, 0, 0, 0));
        if (decoded instanceof Decoded.Valid<Message> valid) {
            sender.send(topic, valid.value().sender(), format.message(valid.value()));
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        sender.close();
    }
}
