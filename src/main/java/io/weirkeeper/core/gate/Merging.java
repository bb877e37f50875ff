package io.weirkeeper.core.gate;

import io.weirkeeper.core.hold.Candidate;
import io.weirkeeper.core.hold.Held;
import io.weirkeeper.core.message.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Makes one message of several: the last one, with the texts of all. */
final class Merging {
    private static final String BETWEEN = "\n";

    private Merging() {}

    static boolean fits(List<Held> burst, Candidate next) {
        long bytes = length(next.message().body());
        for (Held held : burst) {
            bytes += length(held.candidate().message().body()) + BETWEEN.length();
        }
        return bytes <= Message.LONGEST_BODY;
    }

    private static int length(String body) {
        return body.getBytes(StandardCharsets.UTF_8).length;
    }

    /**
     * The last message of a burst, with all texts in order of arrival; flags are united.
     *
     * @param read names the command of a message: that of the last one, which the joined text would not show
     */
    static Candidate merged(List<Held> burst, UnaryOperator<Message> read) {
        Candidate last = burst.get(burst.size() - 1).candidate();
        if (burst.size() == 1) {
            return last;
        }
        String body =
                burst.stream().map(held -> held.candidate().message().body()).collect(Collectors.joining(BETWEEN));
        List<String> flags = burst.stream()
                .flatMap(held -> held.candidate().flags().stream())
                .distinct()
                .toList();
        List<String> absorbed = new ArrayList<>();
        burst.subList(0, burst.size() - 1)
                .forEach(held -> absorbed.add(held.candidate().message().id()));
        return new Candidate(
                read.apply(last.message()).withBody(body),
                last.tier(),
                last.rank(),
                last.arrivedAt(),
                flags,
                absorbed,
                last.noticeAt());
    }
}
