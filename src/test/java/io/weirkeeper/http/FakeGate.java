package io.weirkeeper.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirkeeper.config.HttpSettings;
import io.weirkeeper.config.PolicyReader;
import io.weirkeeper.config.PolicyReading;
import io.weirkeeper.config.Secret;
import io.weirkeeper.config.SenderNames;
import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.core.standing.ControlType;
import io.weirkeeper.core.tally.Tally;
import io.weirkeeper.policies.Draft;
import io.weirkeeper.policies.PolicyCheck;
import io.weirkeeper.policies.PolicyInForce;
import io.weirkeeper.policies.Publication;
import io.weirkeeper.policies.Published;
import io.weirkeeper.query.Instance;
import io.weirkeeper.query.Owner;
import io.weirkeeper.query.PeerAnswer;
import io.weirkeeper.query.Peers;
import io.weirkeeper.query.Statistics;
import io.weirkeeper.service.Health;
import io.weirkeeper.service.NotReadyException;
import io.weirkeeper.service.Operators;
import io.weirkeeper.service.Tallies;
import io.weirkeeper.streams.BlockedAddresses;
import io.weirkeeper.topics.BrokerException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A real server on a free port, and in memory what stands behind it. */
final class FakeGate implements Operators, Tallies, Peers, AddressBook, PolicyBook, AutoCloseable {
    static final String READ = "read-secret";
    static final String WRITE = "write-secret";
    static final Health RUNNING = new Health("RUNNING", List.of(new Health.StreamThread("t-1", "RUNNING")), List.of());

    final List<ControlEvent> said = new CopyOnWriteArrayList<>();
    final List<String> addresses = new CopyOnWriteArrayList<>();
    final List<BlockedAddresses.Entry> blocked = new CopyOnWriteArrayList<>();
    final BlockingQueue<SeenVerdict> verdicts = new LinkedBlockingQueue<>();
    final VerdictFeed feed;
    final List<Route> routes;

    volatile Health health = RUNNING;
    volatile boolean brokerIsAway;
    volatile boolean listsAreRead = true;
    volatile PolicyInForce inForce =
            PolicyInForce.ofFile(((PolicyReading.Valid) new PolicyReader().read("name: file")).policy());

    /** What becomes of the next valid policy; without it, it is published. */
    volatile Optional<Published> fate = Optional.empty();

    final Map<String, Tally> ofTasks = new ConcurrentHashMap<>();
    final Map<String, Tally> ofSubjects = new ConcurrentHashMap<>();
    final Map<Instance, PeerAnswer> peers = new ConcurrentHashMap<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    final Set<String> allTasks = ConcurrentHashMap.newKeySet();
    volatile Owner owner = new Owner.Here(3);
    volatile Clock clock = Clock.systemUTC();

    final List<Draft> drafts = new CopyOnWriteArrayList<>();

    final FakeQueries queries = new FakeQueries();

    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private FakeGate(HttpSettings settings) throws HttpSettingsException, HttpStartException {
        feed = new VerdictFeed(Source::new, settings.maxListeners());
        GateRoutes all = new GateRoutes(
                () -> health,
                () -> "weir_up 1\n",
                this,
                this,
                this,
                feed,
                new Statistics(this, this),
                SenderNames.MASKED,
                new Present(),
                queries);
        routes = all.all();
        server = HttpServer.start(settings.withPort(0), Tokens.of(settings), routes);
    }

    /** Without tokens. */
    static FakeGate local() throws HttpSettingsException, HttpStartException {
        return new FakeGate(HttpSettings.DEFAULT);
    }

    /** With both tokens. */
    static FakeGate guarded() throws HttpSettingsException, HttpStartException {
        return with(HttpSettings.DEFAULT.withTokens(Optional.of(new Secret(READ)), Optional.of(new Secret(WRITE))));
    }

    static FakeGate with(HttpSettings settings) throws HttpSettingsException, HttpStartException {
        return new FakeGate(settings);
    }

    private final class Source implements VerdictSource {
        @Override
        public List<SeenVerdict> poll(Duration wait) {
            List<SeenVerdict> all = new ArrayList<>();
            try {
                Optional.ofNullable(verdicts.poll(wait.toMillis(), TimeUnit.MILLISECONDS))
                        .ifPresent(all::add);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            verdicts.drainTo(all);
            return all;
        }

        @Override
        public void close() {}
    }

    String url(String path) {
        return server.url() + path;
    }

    int port() {
        return server.port();
    }

    HttpClient client() {
        return client;
    }

    /** Asks; headers come in pairs of name and value. */
    HttpResponse<String> ask(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)))
                .timeout(Duration.ofSeconds(30))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!body.isEmpty() && !List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return ask("GET", path, "", headers);
    }

    static String[] bearer(String token) {
        return new String[] {"Authorization", "Bearer " + token};
    }

    @Override
    public ControlEvent say(ControlType type, Optional<String> subject, Word word) throws BrokerException {
        requireBroker();
        ControlEvent event =
                new ControlEvent("id-" + said.size(), 1, word.by(), type, subject, word.reason(), word.until());
        said.add(event);
        return event;
    }

    @Override
    public String blockAddress(String address, Word word) throws BrokerException {
        requireBroker();
        addresses.add("+" + address);
        return "a-1";
    }

    @Override
    public String unblockAddress(String address) throws BrokerException {
        requireBroker();
        addresses.add("-" + address);
        return "a-2";
    }

    @Override
    public PolicyInForce inForce() {
        return inForce;
    }

    @Override
    public PolicyReading validate(String yaml) {
        return new PolicyCheck(new PolicyReader())
                .check(yaml, Optional.of(inForce.policy().keyedBy()));
    }

    @Override
    public Published publish(Draft draft) throws BrokerException {
        requireBroker();
        if (validate(draft.yaml()) instanceof PolicyReading.Invalid invalid) {
            return new Published.Invalid(invalid.problems());
        }
        drafts.add(draft);
        return fate.orElseGet(() -> new Published.Anew(publication(draft, drafts.size())));
    }

    static Publication publication(Draft draft, long version) {
        return new Publication(
                version, draft.yaml(), Publication.hashOf(draft.yaml()), draft.author(), draft.note(), 0);
    }

    private void requireBroker() throws BrokerException {
        if (brokerIsAway) {
            throw new BrokerException("no broker answers at secret-host:9092", new IllegalStateException());
        }
    }

    @Override
    public Optional<BlockedAddresses.Entry> find(String address) throws NotReadyException {
        requireLists();
        return blocked.stream().filter(each -> each.address().equals(address)).findFirst();
    }

    @Override
    public List<BlockedAddresses.Entry> page(Optional<String> after, int most) throws NotReadyException {
        requireLists();
        return blocked.stream()
                .filter(each -> after.isEmpty() || each.address().compareTo(after.get()) > 0)
                .limit(most)
                .toList();
    }

    private void requireLists() throws NotReadyException {
        if (!listsAreRead) {
            throw new NotReadyException("not yet", new IllegalStateException());
        }
    }

    @Override
    public Set<String> allTasks() {
        return allTasks;
    }

    @Override
    public Map<String, Tally> ofTasks() throws NotReadyException {
        requireLists();
        return ofTasks;
    }

    @Override
    public Tally ofSubject(String subject, int partition) throws NotReadyException {
        requireLists();
        return ofSubjects.getOrDefault(subject + "@" + partition, Tally.EMPTY);
    }

    @Override
    public Owner ownerOf(String subject) {
        return owner;
    }

    @Override
    public List<Instance> others() {
        return List.copyOf(peers.keySet());
    }

    @Override
    public PeerAnswer ask(Instance instance, String target, Optional<JsonNode> body, Optional<String> authorization)
            throws NotReadyException {
        asked.add(instance + " " + target + " " + authorization.orElse("nothing"));
        return Optional.ofNullable(peers.get(instance)).orElseThrow(() -> new NotReadyException("no answer"));
    }

    /** The clock that a test may set while the server runs. */
    private final class Present extends Clock {
        @Override
        public ZoneId getZone() {
            return clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return clock.withZone(zone);
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }
    }

    @Override
    public void close() {
        feed.close();
        server.close();
    }
}
