package io.weirkeeper.events.wire;

import io.weirkeeper.core.hold.Candidate;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.penalty.Penalty;
import io.weirkeeper.core.penalty.PenaltyKind;
import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.core.standing.ControlType;
import io.weirkeeper.core.standing.Tier;
import io.weirkeeper.core.verdict.Allowed;
import io.weirkeeper.core.verdict.AuditEvent;
import io.weirkeeper.core.verdict.Blocked;
import io.weirkeeper.core.verdict.Debounced;
import io.weirkeeper.core.verdict.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Records of every kind, with all fields and with only those that must be there. */
final class Examples {
    /** 2026-11-20T10:00:00Z. */
    static final long TEN = 1_795_168_800_000L;

    static final long MINUTE = 60_000;

    /** Emoji with modifier and joiners, zero-width characters, and what JSON escapes. */
    static final String ODD_BODY = "Halo 👋🏽 👩‍👩‍👧 a\u200Bb\uFEFFc \"kutip\" \\ / \n\t\u0001 ünïcödé 字\u2028";

    static final RecordOrigin ORIGIN = new RecordOrigin("inbound-messages", 3, 41, TEN + 7);

    static final Message SPARSE = Message.of("m-1", "sms", "+15550100", "", TEN);

    static final Message FULL = new Message(
            "SM-2",
            "whatsapp",
            "+15550100",
            Optional.of("+15550199"),
            Optional.of("user-7"),
            Optional.of("chat-42"),
            Optional.of("LAPOR"),
            Optional.of("203.0.113.9"),
            Optional.of("id"),
            OptionalInt.of(9),
            ODD_BODY,
            TEN + 123,
            Map.of("media", "https://example.org/a.jpg", "🖼", "image", "a", ""));

    static final Penalty BAN = new Penalty(PenaltyKind.BAN, OptionalLong.of(TEN + 60 * MINUTE), 3);

    static final ControlEvent SPARSE_CONTROL = new ControlEvent(
            "c-1",
            TEN,
            Optional.empty(),
            ControlType.PARDON,
            Optional.of("+15550100"),
            Optional.empty(),
            OptionalLong.empty());

    static final ControlEvent FULL_CONTROL = new ControlEvent(
            "c-2",
            TEN,
            Optional.of("ana"),
            ControlType.BLOCK,
            Optional.of("+15550100"),
            Optional.of("sells \"pills\" 💊"),
            OptionalLong.of(TEN + MINUTE));

    static final ControlEvent PAUSE = new ControlEvent(
            "c-3",
            TEN,
            Optional.of("ana"),
            ControlType.PAUSE,
            Optional.empty(),
            Optional.of("number is banned"),
            OptionalLong.of(TEN + 60 * MINUTE));

    static final Candidate SPARSE_CANDIDATE =
            new Candidate(SPARSE, Tier.NORMAL, 4, TEN, List.of(), List.of(), OptionalLong.empty());

    static final Candidate FULL_CANDIDATE = new Candidate(
            FULL,
            Tier.TRUSTED,
            Candidate.TRUSTED_RANK,
            TEN + 1_000,
            List.of("flood", "links"),
            List.of("SM-0", "SM-1"),
            OptionalLong.of(TEN - MINUTE));

    static final Allowed SPARSE_ALLOWED = new Allowed(SPARSE, TEN + 5, 1, List.of(), Optional.empty());

    static final Allowed FULL_ALLOWED =
            new Allowed(FULL, TEN + 1_000, 12, List.of("flood", "links"), Optional.of(Allowed.ADMIN));

    static final Allowed HELD_ALLOWED =
            new Allowed(FULL, TEN + 4_000, 12, List.of(), List.of("SM-0", "SM-1"), 4_000, Optional.empty());

    static final Debounced SUPERSEDED = new Debounced(FULL, TEN + 1_000, 12, Debounced.Cause.SUPERSEDED, "SM-3");

    static final Debounced MERGED = new Debounced(SPARSE, TEN + 5, 1, Debounced.Cause.MERGED, "m-\"2\"");

    static final Blocked SPARSE_BLOCKED = new Blocked(
            SPARSE,
            TEN + 5,
            1,
            Reason.REDELIVERED,
            Optional.empty(),
            "the same id came before",
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty());

    static final Blocked FULL_BLOCKED = new Blocked(
            FULL,
            TEN + 1_000,
            12,
            Reason.RATE_LIMITED,
            Optional.of("sender"),
            "4th message; 3 per 1m allowed",
            OptionalLong.of(TEN + 60 * MINUTE),
            Optional.of(BAN),
            Optional.of("Slow down; try again in 1h."));

    static final AuditEvent VIOLATION = new AuditEvent.Violation("+15550100", TEN, "sender", 3, "SM-2");

    static final AuditEvent PENALTY = new AuditEvent.Punishment("+15550100", TEN, Optional.of("sender"), BAN, "SM-2");

    static final AuditEvent PERMANENT = new AuditEvent.Punishment(
            "+15550100", TEN, Optional.empty(), new Penalty(PenaltyKind.PERMANENT, OptionalLong.empty(), 10), "SM-2");

    static final AuditEvent PARDON = new AuditEvent.Pardon("+15550100", TEN);

    static final AuditEvent BACKOFF =
            new AuditEvent.ProviderBackoff("+15550100", TEN, OptionalLong.of(TEN + 10 * MINUTE), "SM-2");

    static final AuditEvent BACKOFF_WITHOUT_END =
            new AuditEvent.ProviderBackoff("+15550100", TEN, OptionalLong.empty(), "SM-2");

    private Examples() {}
}
