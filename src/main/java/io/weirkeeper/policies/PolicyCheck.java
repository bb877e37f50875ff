package io.weirkeeper.policies;

import io.weirkeeper.config.PolicyReader;
import io.weirkeeper.config.PolicyReading;
import io.weirkeeper.config.Problem;
import io.weirkeeper.core.message.MessageField;
import java.util.List;
import java.util.Optional;

/**
 * Whether a policy can be put in force: it has to be valid, and to keep the field by which messages are keyed, because what has been
 * counted and what is on its way lies where that field's value put it.
 */
public final class PolicyCheck {
    private final PolicyReader reader;

    public PolicyCheck(PolicyReader reader) {
        this.reader = reader;
    }

    /**
     * The policy in a text, or everything that speaks against it.
     *
     * @param keyedBy of the policies before it, if there are any
     */
    public PolicyReading check(String yaml, Optional<MessageField> keyedBy) {
        PolicyReading reading = reader.read(yaml);
        if (reading instanceof PolicyReading.Valid valid
                && keyedBy.filter(before -> before != valid.policy().keyedBy()).isPresent()) {
            String was = keyedBy.get().label();
            return new PolicyReading.Invalid(List.of(new Problem(
                    "keyedBy", line(yaml), "must stay " + was + ": it cannot change, all that is counted goes by it")));
        }
        return reading;
    }

    /** Where the key stands; on the first line if it is left out. */
    private static int line(String yaml) {
        List<String> lines = yaml.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("keyedBy")) {
                return i + 1;
            }
        }
        return 1;
    }
}
