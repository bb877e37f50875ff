package io.weirkeeper.core.standing;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * An operator's word about a subject or about the gate.
 *
 * @param at epoch milliseconds by the operator's clock
 * @param by who said it
 * @param subject of whom; nobody for pause and resume, which are said of the gate
 * @param reason why
 * @param until epoch milliseconds, exclusive; means nothing but for block, trust, register and pause
 */
public record ControlEvent(
        String id,
        long at,
        Optional<String> by,
        ControlType type,
        Optional<String> subject,
        Optional<String> reason,
        OptionalLong until) {

    public ControlEvent {
        if (subject.isPresent() != type.namesSubject()
                || subject.filter(String::isEmpty).isPresent()) {
            throw new IllegalArgumentException("subject of " + type.label() + " must "
                    + (type.namesSubject() ? "be present and not empty" : "be absent") + ", not " + subject);
        }
    }
}
