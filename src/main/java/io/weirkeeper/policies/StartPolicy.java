package io.weirkeeper.policies;

import io.weirkeeper.config.Problem;
import io.weirkeeper.topics.BrokerException;
import java.util.Optional;
import java.util.stream.Collectors;

/** By which policy an instance starts: always one on the topic, and this says whether one is published before. */
public sealed interface StartPolicy {

    /**
     * Publishes what is to be published, and answers what is in force then.
     *
     * @throws PolicyException if no policy is, or the draft is refused
     */
    default PolicyInForce settle(PolicyPublisher publisher) throws PolicyException, BrokerException {
        Optional<Draft> draft = draft(publisher.inForce());
        if (draft.isPresent()) {
            throwRefusal(publisher.publish(draft.get()));
        }
        Optional<PolicyInForce> inForce = publisher.inForce();
        if (inForce.isEmpty()) {
            throw new PolicyException(
                    publisher.history().latest() == 0
                            ? "no policy is published yet; give one with --policy FILE, or publish one with: weir policy apply FILE"
                            : "no published policy is valid; publish one with: weir policy apply FILE");
        }
        return inForce.get();
    }

    /** What is to be published when this is in force. */
    Optional<Draft> draft(Optional<PolicyInForce> inForce);

    private static void throwRefusal(Published published) throws PolicyException {
        if (published instanceof Published.Invalid invalid) {
            throw new PolicyException(invalid.problems().stream()
                    .map(Problem::toString)
                    .collect(Collectors.joining("\n  ", "invalid policy\n  ", "")));
        }
        if (published instanceof Published.TooLarge tooLarge) {
            throw new PolicyException(tooLarge.problem());
        }
    }

    /** The latest one. */
    record Latest() implements StartPolicy {
        @Override
        public Optional<Draft> draft(Optional<PolicyInForce> inForce) {
            return Optional.empty();
        }
    }

    /** This one; it is published if it differs from the latest. If somebody else publishes at the same moment, that may be theirs. */
    record Wanted(Draft wanted) implements StartPolicy {
        @Override
        public Optional<Draft> draft(Optional<PolicyInForce> inForce) {
            return Optional.of(wanted);
        }
    }

    /** The latest one; only if there is none, this. */
    record Otherwise(Draft otherwise) implements StartPolicy {
        @Override
        public Optional<Draft> draft(Optional<PolicyInForce> inForce) {
            return inForce.isPresent() ? Optional.empty() : Optional.of(otherwise);
        }
    }
}
