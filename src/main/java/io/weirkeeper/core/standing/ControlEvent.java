package io.weirkeeper.core.standing;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * An operator's word about a subject.
 *
 * @param at epoch milliseconds by the operator's clock
 * @param by who said it
 * @param subject of whom
 * @param reason why
 * @param until epoch milliseconds, exclusive; means nothing but for block, trust and register
 */
public record ControlEvent(
        String id,
        long at,
        Optional<String> by,
        ControlType type,
        String subject,
        Optional<String> reason,
        OptionalLong until) {}
