package io.weirkeeper.http;

import io.weirkeeper.config.SenderNames;
import io.weirkeeper.query.Queries;
import io.weirkeeper.query.Statistics;
import io.weirkeeper.service.Health;
import io.weirkeeper.service.Operators;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All routes of a gate, and what they stand on; a new family of routes is added here. */
record GateRoutes(
        Supplier<Health> health,
        Supplier<String> metrics,
        Operators operators,
        AddressBook addresses,
        PolicyBook policies,
        VerdictFeed feed,
        Statistics statistics,
        SenderNames names,
        Clock clock,
        Queries queries) {
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    List<Route> all() {
        Words words = new Words(clock);
        Audit audit = new Audit(names);
        return Stream.of(
                        new HealthRoutes(health, metrics).all(),
                        new ControlRoutes(operators, words, audit).all(),
                        new AddressRoutes(addresses, operators, words, audit).all(),
                        new PolicyRoutes(policies, audit).all(),
                        new QueryRoutes(queries).all(),
                        new CheckRoute(queries, clock).all(),
                        new StatsRoutes(statistics, queries, clock).all(),
                        new VerdictRoutes(feed, HEARTBEAT).all())
                .flatMap(List::stream)
                .toList();
    }
}
