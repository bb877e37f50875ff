package io.weirkeeper.core.verdict;

/**
 * What a decision wants to happen: a verdict goes to its topic, an audit event to the audit trail, a transfer to the next gate; of a
 * limit that is nearly used up, those who watch are told.
 */
public sealed interface Effect permits Verdict, AuditEvent, Transfer, NearLimit {}
