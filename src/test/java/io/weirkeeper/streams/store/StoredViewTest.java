package io.weirkeeper.streams.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.gate.Activity;
import io.weirkeeper.core.gate.GateTrial;
import io.weirkeeper.core.gate.Moment;
import io.weirkeeper.core.gate.SenderGate;
import io.weirkeeper.core.gate.SubjectState;
import io.weirkeeper.core.gate.TrialTime;
import io.weirkeeper.core.hold.Waiting;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.penalty.Ledger;
import io.weirkeeper.core.standing.Standing;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others read from the stores is what the gate knows. */
class StoredViewTest {
    private static final long HOUR = 3_600_000;

    private final SenderGate gate = new SenderGate(GateTrial.policy("""
            limits:
              - {id: few, per: [sender], allow: 3 per 12h, strikes: 1}
              - {id: gap, per: [sender], allow: 1 per 2h, onExceed: queue}
            queue: {maxWait: 1d}
            penalties: {ladder: [{at: 3, do: ban, for: 2h}]}
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

    @Test
    void ofAStrangerNothingIsKnown() {
        SubjectState nobody = stores.view("nobody");
        assertThat(nobody.activity()).isEqualTo(Activity.EMPTY);
        assertThat(nobody.standing()).isEqualTo(Standing.EMPTY);
        assertThat(nobody.ledger()).isEqualTo(Ledger.EMPTY);
        assertThat(nobody.waiting()).isEqualTo(Waiting.NONE);
    }

    /** Over turns of slots, of subjects whose names begin alike. */
    @Test
    void afterEachDecisionItIsWhatTheGateKnows() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> subjects = List.of("a", "aa", "\u00e9/", "a|b");
        long at = TrialTime.of("10:00:00");
        boolean hasWaited = false;
        for (int i = 0; i < 300; i++) {
            at += random.nextLong(HOUR);
            stores.gate.advance(at, at);
            String subject = subjects.get(random.nextInt(subjects.size()));
            StoredSubject known = stores.gate.load(subject);
            Moment moment = new Moment(at, at, i);
            known.save(
                    random.nextInt(3) == 0
                            ? gate.release(known, moment)
                            : gate.decide(Message.of("m" + i, "sms", subject, "text " + i, at), known, moment));
            hasWaited |= !known.waiting().isEmpty();
            for (String each : subjects) {
                StoredSubject expected = stores.gate.load(each);
                SubjectState seen = stores.view(each);
                assertThat(seen.activity()).as("seed %s", seed).isEqualTo(expected.activity());
                assertThat(seen.standing()).as("seed %s", seed).isEqualTo(expected.standing());
                assertThat(seen.ledger()).as("seed %s", seed).isEqualTo(expected.ledger());
                assertThat(seen.waiting()).as("seed %s", seed).isEqualTo(expected.waiting());
            }
        }
        assertThat(hasWaited).isTrue();
    }
}
