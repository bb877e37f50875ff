package io.weirkeeper.policies;

import io.weirkeeper.config.PolicyReading;
import io.weirkeeper.config.Problem;
import io.weirkeeper.core.message.MessageField;
import io.weirkeeper.core.policy.Policy;
import java.util.List;
import java.util.Optional;

/**
 * The latest version that can be used.
 *
 * @param publication nothing for a policy from a file that was never published
 * @param latest the number of the latest version on the topic, also if that is not used
 * @param refusal the latest version of those after this one, if there are any: they are not used
 */
public record PolicyInForce(Policy policy, Optional<Publication> publication, long latest, Optional<Refusal> refusal) {

    /** A policy that was never published: its version is 0. */
    public static PolicyInForce ofFile(Policy policy) {
        return new PolicyInForce(policy, Optional.empty(), 0, Optional.empty());
    }

    /**
     * What follows from a history; nothing if no version can be used. The oldest version that is valid says by what messages are keyed,
     * so that whoever reads the same history comes to the same result, whenever that is.
     */
    public static Optional<PolicyInForce> of(PolicyHistory history, PolicyCheck check) {
        Optional<MessageField> keyedBy = keyedBy(history, check);
        Optional<Refusal> refusal = latest(history.unreadable());
        List<Publication> all = history.all();
        for (int i = all.size() - 1; i >= 0; i--) {
            Publication publication = all.get(i);
            PolicyReading reading = check.check(publication.yaml(), keyedBy);
            if (reading instanceof PolicyReading.Valid valid) {
                return Optional.of(new PolicyInForce(
                        valid.policy().withVersion(publication.version()),
                        Optional.of(publication),
                        history.latest(),
                        refusal.filter(bad -> bad.version() > publication.version())));
            }
            Refusal bad = refused(publication, reading);
            refusal = refusal.filter(other -> other.version() > bad.version()).or(() -> Optional.of(bad));
        }
        return Optional.empty();
    }

    /** By what messages are keyed as long as this topic lives: said by its oldest valid version. */
    private static Optional<MessageField> keyedBy(PolicyHistory history, PolicyCheck check) {
        for (Publication publication : history.all()) {
            if (check.check(publication.yaml(), Optional.empty()) instanceof PolicyReading.Valid valid) {
                return Optional.of(valid.policy().keyedBy());
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> latest(List<Refusal> refusals) {
        return refusals.isEmpty() ? Optional.empty() : Optional.of(refusals.get(refusals.size() - 1));
    }

    /** A version of which this is what became when it was read: invalid. */
    static Refusal refused(Publication publication, PolicyReading reading) {
        List<Problem> problems = ((PolicyReading.Invalid) reading).problems();
        return new Refusal(
                publication.version(), problems.stream().map(Problem::toString).toList());
    }

    PolicyInForce refusing(Refusal bad) {
        return new PolicyInForce(policy, publication, Math.max(latest, bad.version()), Optional.of(bad));
    }
}
