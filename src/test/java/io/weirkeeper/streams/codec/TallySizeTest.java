package io.weirkeeper.streams.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.gate.Activity;
import io.weirkeeper.core.tally.Tally;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What was counted of a subject takes little room beside the rest, and never more than is kept free for it. */
class TallySizeTest {
    private static final TallyCodec CODEC = new TallyCodec();
    private static final long LAST_MINUTE_OF_THE_YEAR_9999 = 4_223_371_679L;

    private static int bytesOf(int outcomes, long count) {
        long[] counts = new long[Tally.size(outcomes)];
        Arrays.fill(counts, count);
        Tally tally = new Tally(LAST_MINUTE_OF_THE_YEAR_9999, outcomes, counts);
        int bytes = CODEC.encode(tally).length - 1;
        assertThat(bytes).isLessThanOrEqualTo(tally.bytes());
        return bytes;
    }

    @Test
    void theLargestHasRoomBesideTheLargestActivity() {
        assertThat(bytesOf((1 << 14) - 1, Tally.MOST)).isLessThanOrEqualTo(Tally.MOST_BYTES);
        assertThat(Activity.MOST_BYTES + Tally.MOST_BYTES).isEqualTo(4096);
        assertThat(Tally.MOST_BYTES).isLessThan(140);
    }

    @Test
    void ofAQuietSenderItTakesAFewBytes() {
        long at = 1_767_607_200_000L;
        Activity activity = new Activity(
                at, Activity.EMPTY.counters(), Activity.EMPTY.texts(), Activity.EMPTY.ids(), Activity.EMPTY.noticeAt());
        ActivityCodec codec = new ActivityCodec();
        int without = codec.encode(new Remembrance(activity, Tally.EMPTY)).length;

        int with = codec.encode(new Remembrance(activity, Tally.EMPTY.plusAllowed(at))).length;

        assertThat(with - without).isEqualTo(4);
    }
}
