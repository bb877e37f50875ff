package io.weirkeeper.core.standing;

import java.util.Optional;

/** A list of subjects that operators keep by what they say. */
public enum OperatorList {
    BLOCKED(ControlType.BLOCK, ControlType.UNBLOCK) {
        @Override
        public Optional<Term> term(Standing standing) {
            return standing.block().map(Standing.Block::term);
        }
    },
    TRUSTED(ControlType.TRUST, ControlType.UNTRUST) {
        @Override
        public Optional<Term> term(Standing standing) {
            return standing.trust();
        }
    },
    REGISTERED(ControlType.REGISTER, ControlType.UNREGISTER) {
        @Override
        public Optional<Term> term(Standing standing) {
            return standing.registration();
        }
    };

    private final ControlType entering;
    private final ControlType leaving;

    OperatorList(ControlType entering, ControlType leaving) {
        this.entering = entering;
        this.leaving = leaving;
    }

    /** How long a subject with this standing is on the list; empty if it is not. */
    public abstract Optional<Term> term(Standing standing);

    /** What is said to put a subject on the list. */
    public ControlType entering() {
        return entering;
    }

    /** What is said to take it off. */
    public ControlType leaving() {
        return leaving;
    }
}
