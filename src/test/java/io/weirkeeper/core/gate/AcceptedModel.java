package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.message.MessageField;
import io.weirkeeper.core.policy.LimitRule;
import io.weirkeeper.core.policy.LimitRule.TokenBucket;
import io.weirkeeper.core.policy.Mode;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.standing.ControlType;
import io.weirkeeper.core.standing.Tier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Writes down every accepted message, and holds each limit against that: slow and simple. */
final class AcceptedModel {
    private final Policy policy;
    private final Map<String, List<Long>> accepted = new HashMap<>();
    private final Set<String> trusted = new HashSet<>();
    private final Set<String> everTrusted = new HashSet<>();
    private final Set<String> registered = new HashSet<>();

    AcceptedModel(Policy policy) {
        this.policy = policy;
        trusted.addAll(policy.trustedSenders());
        everTrusted.addAll(policy.trustedSenders());
    }

    void told(ControlType word, String subject) {
        switch (word) {
            case TRUST -> {
                trusted.add(subject);
                everTrusted.add(subject);
            }
            case REGISTER -> registered.add(subject);
            case UNREGISTER -> registered.remove(subject);
            case UNTRUST, FORGET -> {
                trusted.removeIf(
                        name -> name.equals(subject) && !policy.trustedSenders().contains(name));
                if (word == ControlType.FORGET) {
                    registered.remove(subject);
                    accepted.keySet().removeIf(key -> key.startsWith(subject + "|"));
                }
            }
            default -> {}
        }
    }

    void allowed(Message message, long at) {
        Message read = policy.commands().map(pattern -> pattern.read(message)).orElse(message);
        String subject = policy.keyedBy().of(message).orElseThrow();
        Tier tier =
                trusted.contains(subject) ? Tier.TRUSTED : registered.contains(subject) ? Tier.REGISTERED : Tier.NORMAL;
        for (LimitRule limit : policy.limits()) {
            Optional<String> key = key(limit, read, subject);
            if (limit.mode() == Mode.ENFORCE && limit.when().holds(read, tier) && key.isPresent()) {
                List<Long> times = accepted.computeIfAbsent(key.get(), k -> new ArrayList<>());
                times.add(at);
                check(limit, times, tier == Tier.TRUSTED ? policy.trustedFactor() : 1, everTrusted.contains(subject));
            }
        }
    }

    private static Optional<String> key(LimitRule limit, Message message, String subject) {
        Map<MessageField, String> values = new TreeMap<>();
        limit.per().forEach(field -> field.of(message).ifPresent(value -> values.put(field, value)));
        return values.size() < limit.per().size() ? Optional.empty() : Optional.of(subject + "|" + limit.id() + values);
    }

    private static void check(LimitRule limit, List<Long> times, int factor, boolean changing) {
        long at = times.get(times.size() - 1);
        if (limit.algorithm() instanceof TokenBucket bucket) {
            long burst = bucket.burst().orElse(limit.allow().count()) * factor;
            for (int n = 1; n <= times.size() && !changing; n++) {
                long span = at - times.get(times.size() - n);
                assertThat((n - burst) * limit.allow().window())
                        .as("%d messages in %d ms by %s", n, span, limit)
                        .isLessThanOrEqualTo(span * limit.allow().count() * factor);
            }
        } else if (times.size() > limit.allow().count() * factor) {
            long before = times.get((int) (times.size() - 1 - limit.allow().count() * factor));
            assertThat(at - before)
                    .as("one more than allowed by %s", limit)
                    .isGreaterThanOrEqualTo(limit.allow().window());
        }
    }
}
