package io.weirkeeper.cli;

import io.weirkeeper.policies.Draft;
import io.weirkeeper.policies.PolicyHistory;
import io.weirkeeper.policies.PolicyPublisher;
import io.weirkeeper.policies.Publication;
import io.weirkeeper.policies.Published;
import io.weirkeeper.service.PolicyAccess;
import io.weirkeeper.topics.BrokerException;
import java.util.List;

/** What the commands about published policies have in common. */
final class PublishedPolicies {
    private PublishedPolicies() {}

    static PolicyPublisher open(Connection connection) throws BrokerException {
        return PolicyAccess.open(connection.settings(), Connection.PATIENCE);
    }

    /** One version; one that is not there ends the command. */
    static Publication version(PolicyHistory history, long version) {
        return history.get(version).orElseThrow(() -> {
            List<Publication> all = history.all();
            return Failure.wrongUse(
                    all.isEmpty()
                            ? "no policy is published yet"
                            : "there is no version " + version + "; the versions are "
                                    + all.get(0).version() + " to "
                                    + all.get(all.size() - 1).version());
        });
    }

    /** Publishes, and answers what to tell of it; a refusal ends the command. */
    static String publish(PolicyPublisher publisher, Draft draft) throws BrokerException {
        Published published = publisher.publish(draft);
        if (published instanceof Published.Anew anew) {
            return "published version " + anew.publication().version();
        }
        if (published instanceof Published.Unchanged same) {
            return "unchanged: this is version " + same.publication().version() + " already; nothing was published";
        }
        if (published instanceof Published.Invalid invalid) {
            throw Failure.wrongUse("invalid policy\n" + Policies.listed(invalid.problems()));
        }
        if (published instanceof Published.TooLarge tooLarge) {
            throw Failure.wrongUse(tooLarge.problem());
        }
        throw Failure.failed(((Published.Overtaken) published).problem());
    }
}
