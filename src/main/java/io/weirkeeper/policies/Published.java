package io.weirkeeper.policies;

import io.weirkeeper.config.Problem;
import java.util.List;

/** What became of a draft. */
public sealed interface Published {

    /** It is a new version; all instances switch to it within two seconds. */
    record Anew(Publication publication) implements Published {}

    /** It says what is in force already, as this version; nothing was published. */
    record Unchanged(Publication publication) implements Published {}

    /** It is no valid policy; nothing was published. */
    record Invalid(List<Problem> problems) implements Published {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** It, its author or its note is too long; nothing was published. */
    record TooLarge(String problem) implements Published {}

    /** Somebody else has published this version at the same moment; the draft is not used. */
    record Overtaken(long version) implements Published {
        /** What to tell whoever wanted the draft. */
        public String problem() {
            return "somebody else has published version " + version
                    + " at the same moment; nothing of yours was published: look at it, and try again";
        }
    }
}
