package io.weirkeeper.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirkeeper.core.tally.Counts;
import io.weirkeeper.core.tally.Period;
import io.weirkeeper.core.tally.Tally;
import io.weirkeeper.events.wire.IsoTime;
import io.weirkeeper.query.Asker;
import io.weirkeeper.query.Owner;
import io.weirkeeper.query.PeerAnswer;
import io.weirkeeper.query.Queries;
import io.weirkeeper.query.Statistics;
import io.weirkeeper.service.NotReadyException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How many messages were allowed, debounced and blocked lately: of all senders, or of one. */
record StatsRoutes(Statistics statistics, Queries queries, Clock clock) {
    private static final String PATH = "/v1/stats";
    private static final String SENDER = "sender";
    private static final String LIMITS = "limits";
    private static final int RETRY_SECONDS = 2;
    private static final double SHARES = 10_000;

    List<Route> all() {
        return List.of(Route.of(Method.GET, PATH, Access.READ, "Counts the verdicts of this minute, hour and day.")
                .asking(QueryParameter.text(SENDER, "only what the sender gate decided of this sender"))
                .answering(Reply.json(200, "Stats", "counts by verdict and reason"))
                .by(this::stats));
    }

    private Answer stats(Request request) throws HttpProblem {
        Optional<String> sender = request.one(SENDER);
        try {
            if (sender.isPresent()) {
                return ofSender(sender.get(), request);
            }
            return request.asker().isInstance()
                    ? Answer.json(200, statistics.here())
                    : Answer.json(200, ofAll(request.asker()));
        } catch (NotReadyException e) {
            throw HttpProblem.unavailable("not all counts are there just now; see /readyz", RETRY_SECONDS);
        }
    }

    private Answer ofSender(String sender, Request request) throws HttpProblem, NotReadyException {
        if (sender.isEmpty()) {
            throw HttpProblem.badRequest("query parameter " + SENDER + " is empty");
        }
        Owner owner = statistics.peers().ownerOf(sender);
        if (owner instanceof Owner.Here here) {
            ObjectNode body = JsonNodeFactory.instance.objectNode().put(SENDER, sender);
            return Answer.json(200, with(List.of(statistics.tallies().ofSubject(sender, here.partition())), body));
        } else if (owner instanceof Owner.There there && !request.asker().isInstance()) {
            return passedOn(statistics
                    .peers()
                    .ask(
                            there.instance(),
                            target(sender),
                            Optional.empty(),
                            request.asker().authorization()));
        }
        throw new NotReadyException("the instances do not agree on who judges this sender");
    }

    /** A plus sign is a plus sign here. */
    private static String target(String sender) {
        return PATH + "?" + SENDER + "="
                + URLEncoder.encode(sender, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Answer passedOn(PeerAnswer answer) {
        return answer.status() < 400
                ? Answer.json(answer.status(), answer.body())
                : Answer.text(
                        answer.status(), HttpProblem.MEDIA_TYPE, answer.body().toString());
    }

    private ObjectNode ofAll(Asker asker) throws NotReadyException {
        ObjectNode body = with(statistics.everywhere(asker.authorization()), JsonNodeFactory.instance.objectNode());
        body.set(LIMITS, queries.globalLimits(asker).path(LIMITS));
        return body;
    }

    private ObjectNode with(Collection<Tally> tallies, ObjectNode body) {
        long present = clock.millis();
        for (Period period : Period.values()) {
            Counts counts =
                    tallies.stream().map(tally -> tally.in(period, present)).reduce(Counts.NONE, Counts::plus);
            ObjectNode json = body.putObject(period.name().toLowerCase(Locale.ROOT))
                    .put("since", IsoTime.format(period.beginningOf(present)))
                    .put("judged", counts.judged())
                    .put("allowed", counts.allowed());
            put(counts.debounced(), json.putObject("debounced"));
            put(counts.blocked(), json.putObject("blocked"));
            json.put("saved", Math.round(counts.saved() * SHARES) / SHARES);
        }
        return body;
    }

    private static void put(Map<?, Long> counts, ObjectNode json) {
        counts.forEach((key, count) -> json.put(key.toString(), count));
    }
}
