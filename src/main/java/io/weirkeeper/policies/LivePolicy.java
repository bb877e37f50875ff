package io.weirkeeper.policies;

import io.weirkeeper.config.PolicyReading;
import io.weirkeeper.core.gate.Rules;
import io.weirkeeper.core.policy.Policy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The policy in force in one instance. One thread feeds it what comes on the topic; any thread reads it. A version that cannot be used
 * changes nothing: the one before it stays in force.
 */
public final class LivePolicy {
    private static final Logger LOG = LoggerFactory.getLogger(LivePolicy.class);

    private final PolicyCheck check;
    private final PolicySequence sequence;
    private final List<Consumer<Policy>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Optional<Refusal>>> refusalListeners = new CopyOnWriteArrayList<>();
    private volatile State state;

    /** Both at once, so that nobody sees one without the other. */
    private record State(Rules rules, PolicyInForce inForce) {}

    /**
     * @param start in force until a later version comes
     * @param check by which later versions are judged
     */
    public LivePolicy(PolicyInForce start, PolicyCheck check) {
        this.check = check;
        this.sequence = new PolicySequence(start.latest());
        this.state = new State(Rules.of(start.policy()), start);
    }

    /** What gates judge by. The same object as long as the policy does not change: they may compare. */
    public Rules rules() {
        return state.rules();
    }

    /** Which version that is, who published it, and whether a later one was refused. */
    public PolicyInForce inForce() {
        return state.inForce();
    }

    /**
     * Tells of the policy in force now, and then of each that comes in force, just before it does. To be called before the first record
     * is taken; the listener is quick and never fails.
     */
    public void tell(Consumer<Policy> listener) {
        listeners.add(listener);
        listener.accept(state.rules().policy());
    }

    /**
     * Tells which later version is refused, now and after each that comes; nothing if the latest is in force. To be called before the
     * first record is taken; the listener is quick and never fails.
     */
    public void tellRefusals(Consumer<Optional<Refusal>> listener) {
        refusalListeners.add(listener);
        listener.accept(state.inForce().refusal());
    }

    /** Takes a record of the topic, in the order of the log; those that are known already change nothing. Not to be called twice at once. */
    public void take(@Nullable String key, byte @Nullable [] value) {
        PolicySequence.Entry entry = sequence.next(key, value);
        if (entry instanceof PolicySequence.Entry.Next next) {
            take(next.publication());
        } else if (entry instanceof PolicySequence.Entry.Unreadable bad) {
            refuse(bad.refusal());
        }
    }

    private void take(Publication publication) {
        Policy before = state.rules().policy();
        PolicyReading reading = check.check(publication.yaml(), Optional.of(before.keyedBy()));
        if (reading instanceof PolicyReading.Valid valid) {
            Policy policy = valid.policy().withVersion(publication.version());
            listeners.forEach(listener -> listener.accept(policy));
            state = new State(
                    Rules.of(policy),
                    new PolicyInForce(policy, Optional.of(publication), publication.version(), Optional.empty()));
            refusalListeners.forEach(listener -> listener.accept(Optional.empty()));
            LOG.info("policy version {} in force, sha256 {}", publication.version(), publication.hash());
        } else {
            refuse(PolicyInForce.refused(publication, reading));
        }
    }

    private void refuse(Refusal refusal) {
        state = new State(state.rules(), state.inForce().refusing(refusal));
        refusalListeners.forEach(listener -> listener.accept(Optional.of(refusal)));
        LOG.warn(
                "policy not used, version {} stays in force: {}",
                state.rules().policy().version(),
                refusal);
    }
}
