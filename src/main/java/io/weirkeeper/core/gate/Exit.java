package io.weirkeeper.core.gate;

import io.weirkeeper.core.hold.Candidate;
import java.util.Optional;
import java.util.OptionalLong;

/** How messages leave a gate; what its stages need to know of it. */
interface Exit {

    /** A hearing for a message that has waited. */
    Hearing hear(Candidate candidate, SubjectState state, Moment moment);

    /** What has come to stop a message while it waited. */
    Optional<Refusal> stops(Hearing hearing);

    /** Whether nothing may pass, however much room there is. */
    boolean isPaused(Hearing hearing);

    /** Until when nothing may pass, in the present; an operator has to say so without. */
    OptionalLong pausedUntil(Hearing hearing);

    /** The message stops here. */
    Decision refuse(Refusal refusal, Candidate candidate, Hearing hearing, SubjectState state);

    /** The message stays, and the gate keeps what its checks have noted. */
    Decision keep(Hearing hearing, SubjectState state);

    /** The message goes on, with all that the hearing has counted and flagged. */
    Decision pass(Candidate candidate, Hearing hearing, SubjectState state);
}
