package io.weirkeeper.streams;

import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.verdict.AuditEvent;
import io.weirkeeper.core.verdict.Verdict;
import io.weirkeeper.streams.store.VerdictStats;

/** Counts the verdicts of one task for questions, and tells another meter of everything. */
record CountingMeter(GateMeter next, VerdictStats stats) implements GateMeter {

    @Override
    public void verdict(Verdict verdict, long wallClock) {
        stats.count(verdict);
        next.verdict(verdict, wallClock);
    }

    @Override
    public void policy(Policy policy) {
        next.policy(policy);
    }

    @Override
    public void audit(AuditEvent event) {
        next.audit(event);
    }

    @Override
    public void nearLimit(String rule) {
        next.nearLimit(rule);
    }

    @Override
    public void deadLetter(String defect) {
        next.deadLetter(defect);
    }

    @Override
    public void decision(long nanos) {
        next.decision(nanos);
    }

    @Override
    public void waiting(int inBursts, int inQueues) {
        next.waiting(inBursts, inQueues);
    }
}
