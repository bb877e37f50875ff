package io.weirkeeper.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.standing.Standing;
import io.weirkeeper.core.standing.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How far one request looks, and that the pages together miss nobody. */
class BlocklistScanTest {
    private static final int MANY = 25_000;
    private static final Standing REGISTERED = Standing.EMPTY.withRegistration(Optional.of(Term.UNLIMITED));
    private static final Standing BLOCKED = Standing.EMPTY.withBlock(
            Optional.of(new Standing.Block(Term.UNLIMITED, 0, Optional.empty(), Optional.empty())));

    private final List<SortedStandings> stores = List.of(new SortedStandings(), new SortedStandings());
    private final BlocklistScan scan = new BlocklistScan(stores::get, 1_000);

    /** In the first partition many, of whom few are blocked; in the second few, who all are. */
    @BeforeEach
    void fill() {
        IntStream.range(0, MANY).forEach(i -> stores.get(0).put(name(i), i % 6_000 == 5_999 ? BLOCKED : REGISTERED));
        List.of(3, 9_999, 10_001, 24_999).forEach(i -> stores.get(1).put(name(i) + "b", BLOCKED));
    }

    private static String name(int number) {
        return String.format("s%05d", number);
    }

    private BlocklistPart page(String... after) {
        return scan.after(Optional.of(after).filter(each -> each.length > 0).map(each -> each[0]), Set.of(0, 1));
    }

    private static List<String> names(BlocklistPart part) {
        return part.senders().stream().map(each -> each.path("sender").asText()).toList();
    }

    @Test
    void aPageEndsWhereTheScanWasCutOff() {
        BlocklistPart first = page();
        assertThat(names(first)).containsExactly("s00003b", "s05999");
        assertThat(first.next()).contains("s09999");
    }

    @Test
    void noMoreThanTheBoundIsReadOfAPartition() {
        page();
        assertThat(stores.get(0).read()).isEqualTo(BlocklistScan.MOST_LOOKED_AT);
    }

    @Test
    void thePagesTogetherMissNobodyAndStayInOrder() {
        List<String> all = new ArrayList<>();
        BlocklistPart page = page();
        all.addAll(names(page));
        int pages = 1;
        while (page.next().isPresent()) {
            page = page(page.next().get());
            all.addAll(names(page));
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(all)
                .containsExactly("s00003b", "s05999", "s09999b", "s10001b", "s11999", "s17999", "s23999", "s24999b");
    }

    @Test
    void anEmptyPageSaysWhereToGoOn() {
        stores.get(0).put("s11999", REGISTERED);
        BlocklistPart empty = scan.after(Optional.of("s05999"), Set.of(0));
        assertThat(empty.senders()).isEmpty();
        assertThat(empty.next()).contains("s15999");
        assertThat(empty.page().path("next").asText()).isEqualTo("s15999");
    }

    @Test
    void whoeverIsLastWithinTheBoundLeavesNoPageBehind() {
        BlocklistPart part = scan.after(Optional.of(name(MANY - BlocklistScan.MOST_LOOKED_AT - 1)), Set.of(0));
        assertThat(part.next()).isEmpty();
        assertThat(stores.get(0).read()).isEqualTo(BlocklistScan.MOST_LOOKED_AT + 1);
    }

    @Test
    void aFullPageEndsWithItsLastSender() {
        IntStream.range(0, 150).forEach(i -> stores.get(1).put("a" + name(i), BLOCKED));
        BlocklistPart part = page();
        assertThat(part.senders()).hasSize(BlocklistPart.PAGE);
        assertThat(part.next()).contains("as00099");
    }
}
