package io.weirkeeper.streams.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.gate.Activity;
import io.weirkeeper.core.gate.Decision;
import io.weirkeeper.core.gate.GateTrial;
import io.weirkeeper.core.gate.Moment;
import io.weirkeeper.core.gate.SenderGate;
import io.weirkeeper.core.gate.TrialTime;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.penalty.Ledger;
import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.core.standing.ControlType;
import io.weirkeeper.core.standing.Standing;
import io.weirkeeper.core.verdict.Blocked;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a decision changed is written, and found again. */
class StoredSubjectTest {
    private final SenderGate gate = new SenderGate(GateTrial.policy("""
            limits: [{id: sender, per: [sender], allow: 1 per 1h, strikes: 1}]
            penalties: {ladder: [{at: 1, do: ban, for: 2h}]}
            """));

    @TempDir
    Path folder;

    private TestStores stores;

    @BeforeEach
    void open() {
        stores = new TestStores(folder);
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private StoredSubject at(String time) {
        stores.gate.advance(TrialTime.of(time), TrialTime.of(time));
        return stores.gate.load("a");
    }

    private Decision hears(String time, String id) {
        long at = TrialTime.of(time);
        Decision decision = gate.decide(Message.of(id, "sms", "a", "hello", at), at(time), new Moment(at, at));
        at(time).save(decision);
        return decision;
    }

    private void told(String time, ControlType type) {
        long at = TrialTime.of(time);
        ControlEvent event = new ControlEvent(
                "c", at, Optional.empty(), type, Optional.of("a"), Optional.empty(), OptionalLong.empty());
        at(time).save(gate.decide(event, at(time), new Moment(at, at)));
    }

    @Test
    void ofAStrangerNothingIsKnown() {
        assertThat(at("10:00:00").activity()).isEqualTo(Activity.EMPTY);
        assertThat(at("10:00:00").standing()).isEqualTo(Standing.EMPTY);
        assertThat(at("10:00:00").ledger()).isEqualTo(Ledger.EMPTY);
    }

    @Test
    void aDecisionFindsWhatTheOneBeforeItLeft() {
        hears("23:59:59", "1");

        Decision decision = hears("1d 00:00:01", "2");

        assertThat(decision.effects().get(0)).isInstanceOf(Blocked.class);
        assertThat(at("1d 00:00:01").ledger().strikes()).hasSize(1);
        assertThat(at("1d 00:00:01").standing().penalty()).isPresent();
    }

    @Test
    void aPenaltyIsKnownForAsLongAsItLasts() {
        hears("10:00:00", "1");
        hears("10:00:00", "2");

        assertThat(at("400d 10:00:00").standing().penalty()).isPresent();
    }

    @Test
    void strikesAreKnownForAtLeastThirtyDays() {
        hears("10:00:00", "1");
        hears("10:00:00", "2");

        assertThat(at("29d 10:00:00").ledger().strikes()).hasSize(1);
        at("30d 10:00:00");
        at("60d 10:00:00");
        assertThat(at("90d 10:00:00").ledger()).isEqualTo(Ledger.EMPTY);
    }

    @Test
    void standingThatIsEmptyIsErased() {
        told("10:00:00", ControlType.BLOCK);
        told("10:00:01", ControlType.UNBLOCK);

        assertThat(stores.standing.get("a")).isNull();
    }

    @Test
    void whoIsForgottenIsErasedFromAllStores() {
        hears("10:00:00", "1");
        hears("1d 10:00:00", "2");
        hears("1d 10:00:01", "3");

        told("1d 10:00:02", ControlType.FORGET);

        assertThat(at("1d 10:00:02").activity()).isEqualTo(Activity.EMPTY);
        assertThat(at("1d 10:00:02").ledger()).isEqualTo(Ledger.EMPTY);
        assertThat(stores.standing.get("a")).isNull();
    }

    @Test
    void whatDidNotChangeIsNotWritten() {
        told("10:00:00", ControlType.TRUST);

        Decision decision = hears("10:00:01", "1");

        assertThat(decision.standing()).isEmpty();
        assertThat(at("10:00:01").standing().trust()).isPresent();
    }
}
