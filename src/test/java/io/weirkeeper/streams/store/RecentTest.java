package io.weirkeeper.streams.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Those met last are kept, up to a sum of weights. */
class RecentTest {
    private final Recent<String> recent = new Recent<>(10, String::length);

    @Test
    void whatWasPutIsFoundUntilItIsRemoved() {
        recent.put("a", "xx");
        assertThat(recent.get("a")).contains("xx");

        recent.remove("a");

        assertThat(recent.get("a")).isEmpty();
        assertThat(recent.get("b")).isEmpty();
    }

    @Test
    void thoseMetLeastRecentlyGoFirst() {
        recent.put("a", "xxxx");
        recent.put("b", "xxxx");
        recent.get("a");

        recent.put("c", "xxxx");

        assertThat(recent.get("a")).isPresent();
        assertThat(recent.get("b")).isEmpty();
        assertThat(recent.get("c")).isPresent();
    }

    @Test
    void aValueThatIsReplacedOrRemovedNoLongerTakesRoom() {
        recent.put("a", "xxxxxxxx");
        recent.put("a", "xx");
        recent.put("b", "xxxxxxxx");
        assertThat(recent.get("a")).isPresent();

        recent.remove("b");
        recent.put("c", "xxxxxxxx");

        assertThat(recent.get("a")).isPresent();
    }

    @Test
    void aValueThatIsTooLargeIsNotKept() {
        recent.put("a", "xx");

        recent.put("b", "xxxxxxxxxxx");

        assertThat(recent.get("b")).isEmpty();
        assertThat(recent.get("a")).isEmpty();
    }

    @Test
    void itIsWholeUntilTheFirstHasToGo() {
        assertThat(recent.isWhole()).isFalse();
        recent.declareWhole();
        recent.put("a", "xxxxx");
        recent.put("b", "xxxxx");
        recent.remove("b");
        assertThat(recent.isWhole()).isTrue();

        recent.put("c", "xxxxxx");

        assertThat(recent.isWhole()).isFalse();
    }
}
