package io.weirkeeper.core.gate;

import io.weirkeeper.core.limit.Rate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How much of one limit is used up.
 *
 * @param id of the limit
 * @param allow its rate, with the factor of trusted subjects where it applies
 * @param enforced whether it stops messages; one in shadow only flags
 * @param room nothing if it is not for what was asked about
 */
public record LimitUsage(String id, Rate allow, boolean enforced, Optional<Room> room) {

    /**
     * The room in a limit.
     *
     * @param used how many messages count in it now, at most as many as it allows at once
     * @param left how many more have room now
     * @param resetsAt when all of it is free again if nothing else comes, epoch milliseconds; nothing if it is now
     * @param freeAt when one message has room, epoch milliseconds; only if none has now
     */
    public record Room(long used, long left, OptionalLong resetsAt, OptionalLong freeAt) {}
}
