package io.weirkeeper.bench;

import io.weirkeeper.config.Settings;
import io.weirkeeper.service.KafkaClients;
import io.weirkeeper.service.RecordSender;
import io.weirkeeper.topics.BrokerTopics;
import io.weirkeeper.topics.InboundTime;
import io.weirkeeper.topics.TopicLayout;
import io.weirkeeper.topics.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long a check of a message over HTTP takes at a steady rate, told from when it was due. */
@Command(name = "bench/check", mixinStandardHelpOptions = true, sortOptions = false)
final class CheckLatency implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PARTITIONS = 4;
    private static final int MESSAGES_OF_SENDER = 3;
    private static final int OK = 200;
    private static final String POLICY = "limits: [{id: sender, per: [sender], allow: 20 per 1h, strikes: 1},"
            + " {id: chat, per: [sender, conversation], allow: 10 per 1h}]\nduplicates: {window: 10s}\n";

    @Option(names = "--rate", defaultValue = "500", description = "Requests a second (${DEFAULT-VALUE}).")
    private int rate;

    @Option(names = "--seconds", defaultValue = "60", description = "For so long; the first half warms up.")
    private int seconds;

    @Option(names = "--senders", defaultValue = "10000", description = "Different senders (${DEFAULT-VALUE}).")
    private int senders;

    @Option(names = "--load", defaultValue = "0", description = "Messages a second beside it (${DEFAULT-VALUE}).")
    private int load;

    @Option(names = "--directory", required = true, description = "For topics and state.", hidden = true)
    private Path directory = Path.of("");

    private final Topics topics = BenchOptions.Values.JSON.topics();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger failed = new AtomicInteger();

    public static void main(String[] args) {
        System.exit(new CommandLine(new CheckLatency()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        try (Child broker = BrokerProcess.start(directory.resolve("broker"))) {
            Settings settings = BenchOptions.settings(
                    BenchOptions.Values.JSON,
                    "check",
                    directory.resolve("state"),
                    Map.of(Settings.BOOTSTRAP_SERVERS, broker.answer()));
            try (BrokerTopics admin = new BrokerTopics(KafkaClients.admin(settings), PATIENCE)) {
                admin.createMissing(new TopicLayout(topics).specs(PARTITIONS, InboundTime.CREATION), Optional.empty());
            }
            try (RecordSender sender = new RecordSender(KafkaClients.producer(settings), PATIENCE);
                    Child gate = AskedGate.start(directory.resolve("state"), broker.answer(), POLICY)) {
                for (int i = 0; i < senders * MESSAGES_OF_SENDER; i++) {
                    send(sender, i % senders, i);
                }
                sender.finish();
                URI check = URI.create(gate.answer() + "/v1/check");
                awaitAnswers(check);
                long[] micros = run(check, sender);
                System.out.printf("%8s %8s %8s %8s %8s%n", "rate", "p50 ms", "p99 ms", "max ms", "failed");
                System.out.printf(
                        Locale.ROOT,
                        "%8d %8.2f %8.2f %8.2f %8d%n",
                        rate,
                        micros[micros.length / 2] / 1e3,
                        micros[micros.length * 99 / 100] / 1e3,
                        micros[micros.length - 1] / 1e3,
                        failed.get());
            }
        }
        return failed.get() == 0 ? 0 : 1;
    }

    /** A gate that has just begun says that it is not ready; after that it owns all senders. */
    private void awaitAnswers(URI check) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int number = 0, answered = 0; answered < 100 * PARTITIONS; number++) {
            HttpRequest request = request(check, number, new Random(number));
            answered =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK ? answered + 1 : 0;
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the gate is not ready after " + PATIENCE);
            }
        }
    }

    private void send(RecordSender sender, int number, int message) throws Exception {
        String name = name(number);
        sender.send(topics.inboundMessages(), name, body(name, message).getBytes(StandardCharsets.UTF_8));
    }

    private static String name(int number) {
        return "+1555" + number;
    }

    private static String body(String sender, int number) {
        return "{\"id\":\"m-%d\",\"sender\":\"%s\",\"conversation\":\"c%d\",\"body\":\"message %d\"}"
                .formatted(number, sender, number % 3, number);
    }

    private long[] run(URI url, RecordSender sender) throws Exception {
        int total = rate * seconds;
        long[] micros = new long[total];
        CountDownLatch open = new CountDownLatch(total);
        Random random = new Random(1);
        long start = System.nanoTime();
        int loaded = 0;
        for (int i = 0; i < total; i++) {
            long due = start + i * 1_000_000_000L / rate;
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            for (; loaded < (long) i * load / rate; loaded++) {
                send(sender, random.nextInt(senders), 1_000_000_000 + loaded);
            }
            int number = i;
            client.sendAsync(request(url, i, random), HttpResponse.BodyHandlers.ofString())
                    .whenComplete((answer, failure) -> {
                        micros[number] = (System.nanoTime() - due) / 1_000;
                        if (failure != null || answer.statusCode() != OK) {
                            failed.incrementAndGet();
                        }
                        open.countDown();
                    });
        }
        if (!open.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException(open.getCount() + " checks are not answered");
        }
        long[] settled = Arrays.copyOfRange(micros, total / 2, total);
        Arrays.sort(settled);
        return settled;
    }

    private HttpRequest request(URI url, int number, Random random) {
        return HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body(name(random.nextInt(senders)), -1 - number)))
                .build();
    }
}
