package io.weirkeeper.cli;

import io.weirkeeper.events.wire.IsoTime;
import io.weirkeeper.policies.PolicyHistory;
import io.weirkeeper.policies.PolicyInForce;
import io.weirkeeper.policies.Publication;
import io.weirkeeper.policies.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The history of policies as lines for people, the first version first. */
final class PolicyTable {
    private static final int HASH_SHOWN = 8;
    private static final int MOST_FOR_AUTHOR = 24;

    private PolicyTable() {}

    static List<String> of(PolicyHistory history, Optional<PolicyInForce> inForce) {
        List<Publication> all = history.all();
        int width = Math.min(
                MOST_FOR_AUTHOR,
                all.stream().mapToInt(each -> each.author().length()).max().orElse(0));
        String format = "%s%7s  %-24s  %-" + Math.max(2, width) + "s  %-8s  %s";
        List<String> lines = new ArrayList<>();
        lines.add(format.formatted(" ", "VERSION", "PUBLISHED", "BY", "SHA256", "NOTE"));
        long current = inForce.map(now -> now.policy().version()).orElse(0L);
        for (Publication each : all) {
            lines.add(format.formatted(
                            each.version() == current ? "*" : " ",
                            each.version(),
                            IsoTime.format(each.publishedAt()),
                            PolicyHeader.oneLine(each.author()),
                            each.hash().substring(0, HASH_SHOWN),
                            PolicyHeader.oneLine(each.note()))
                    .stripTrailing());
        }
        for (Refusal bad : refused(history, inForce)) {
            lines.add("version " + bad.version() + " is not used: "
                    + bad.problems().stream().map(PolicyHeader::oneLine).collect(Collectors.joining("; ")));
        }
        return lines;
    }

    private static List<Refusal> refused(PolicyHistory history, Optional<PolicyInForce> inForce) {
        List<Refusal> refused = new ArrayList<>(history.unreadable());
        inForce.flatMap(PolicyInForce::refusal)
                .filter(bad -> !refused.contains(bad))
                .ifPresent(refused::add);
        return refused;
    }
}
