package io.weirkeeper.core.policy;

/** Whether a rule acts or only says what it would have done. */
public enum Mode {
    ENFORCE,
    SHADOW
}
