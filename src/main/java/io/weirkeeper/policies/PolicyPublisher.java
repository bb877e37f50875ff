package io.weirkeeper.policies;

import io.weirkeeper.config.PolicyReading;
import io.weirkeeper.topics.BrokerException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Reads what is published, and publishes. For one thread; not meant to be kept for long. */
public final class PolicyPublisher implements AutoCloseable {
    private static final int NONCE_DIGITS = 8;

    private final PolicyLog log;
    private final PolicyCheck check;
    private final Clock clock;
    private final PolicyHistory history = new PolicyHistory();

    /** What is in force by the history up to that version: to find it out may mean to read a long policy. */
    private Optional<PolicyInForce> known = Optional.empty();

    private long knownAt;

    public PolicyPublisher(PolicyLog log, PolicyCheck check, Clock clock) {
        this.log = log;
        this.check = check;
        this.clock = clock;
    }

    /** All that is published by now. */
    public PolicyHistory history() throws BrokerException {
        log.readInto(history);
        return history;
    }

    /** The version in force by now, if there is one. */
    public Optional<PolicyInForce> inForce() throws BrokerException {
        if (history().latest() != knownAt) {
            known = PolicyInForce.of(history, check);
            knownAt = history.latest();
        }
        return known;
    }

    /** What would speak against a draft; the policy if nothing does. Publishes nothing. */
    public PolicyReading validate(String yaml) throws BrokerException {
        return check.check(yaml, inForce().map(now -> now.policy().keyedBy()));
    }

    /**
     * Makes a draft the next version, unless it is in force already. Two who do so at once both write a record of the same version: that
     * which comes first in the log counts.
     *
     * @throws BrokerException if no broker answers; whether the draft is published is then not known
     */
    public Published publish(Draft draft) throws BrokerException {
        Optional<String> tooLarge = draft.problem();
        if (tooLarge.isPresent()) {
            return new Published.TooLarge(tooLarge.get());
        }
        Optional<Publication> same = inForce()
                .flatMap(PolicyInForce::publication)
                .filter(inForce -> inForce.yaml().equals(draft.yaml()));
        if (same.isPresent()) {
            return new Published.Unchanged(same.get());
        }
        if (validate(draft.yaml()) instanceof PolicyReading.Invalid invalid) {
            return new Published.Invalid(invalid.problems());
        }
        return append(Publication.of(draft, history.latest() + 1, clock.millis()));
    }

    private Published append(Publication publication) throws BrokerException {
        String nonce = UUID.randomUUID().toString().substring(0, NONCE_DIGITS);
        String key = PolicyKey.of(publication, nonce).toString();
        log.append(key, PublicationCodec.encode(publication));
        log.readInto(history);
        if (history.isWinner(key)) {
            return new Published.Anew(publication);
        }
        return history.get(publication.version())
                .filter(winner -> winner.yaml().equals(publication.yaml()))
                .<Published>map(Published.Unchanged::new)
                .orElseGet(() -> new Published.Overtaken(publication.version()));
    }

    @Override
    public void close() {
        log.close();
    }
}
