package io.weirkeeper.core.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.message.Text;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeaturesTest {

    /** Models were trained for these buckets: who changes them makes a new Features.VERSION and trains again. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ok                                  | 18  | 24773478
                    FREE entry! Call 08001234567 now!!! | 116 | 1941489973
                    \u00A3100 \u0441\u043F\u0430\u043C  | 47  | -394770546
                    """)
    void whatFallsWhereStaysAsItIs(String text, int count, int hash) {
        int[] buckets = Features.of(new Text(text));

        assertThat(buckets).hasSize(count);
        assertThat(Arrays.hashCode(buckets)).isEqualTo(hash);
    }

    @Test
    void nothingVisibleHasNoFeatures() {
        assertThat(Features.of(new Text(""))).isEmpty();
        assertThat(Features.of(new Text(" \u200B\n"))).isEmpty();
    }

    @Test
    void digitsAllLookAlike() {
        assertThat(Features.of(new Text("call 0800 123"))).isEqualTo(Features.of(new Text("call 0911 987")));
    }

    @Test
    void capitalsMakeADifferenceAndWhiteSpaceDoesNot() {
        assertThat(Features.of(new Text("FREE MONEY"))).isNotEqualTo(Features.of(new Text("free money")));
        assertThat(Features.of(new Text("free  \n money "))).isEqualTo(Features.of(new Text("free money")));
    }

    @Test
    void eachBucketComesOnceAndIsInRange() {
        int[] buckets = Features.of(new Text("spam spam spam spam spam spam 1 2 3 !!! !!!"));

        assertThat(buckets).doesNotHaveDuplicates();
        assertThat(Arrays.stream(buckets).boxed()).allMatch(each -> each >= 0 && each < Features.BUCKETS);
    }

    @Test
    void thereIsRoomForTheMostFeaturesOfAnyLength() {
        String allDifferent = IntStream.range(0, 1100)
                .mapToObj(i -> Character.toString(0x2190 + i))
                .reduce("", String::concat);

        for (int length = 1; length < allDifferent.length(); length += 7) {
            assertThat(Features.of(new Text(allDifferent.substring(0, length)))).isNotEmpty();
        }
    }
}
