package io.weirkeeper.cli;

import io.weirkeeper.events.wire.IsoTime;
import io.weirkeeper.policies.Publication;
import java.util.stream.Collectors;

/**
 * What is written above a policy that is shown: comments that say which version it is. When the policy is published again they are
 * left out, so that they do not pile up.
 */
final class PolicyHeader {
    private static final String START = "# weir: ";

    private PolicyHeader() {}

    /** A published policy with its header. */
    static String above(Publication publication) {
        String by = publication.author().isEmpty() ? "" : " by " + publication.author();
        String note = publication.note().isEmpty() ? "" : START + "note: " + oneLine(publication.note()) + "\n";
        return START + "version " + publication.version() + ", published "
                + IsoTime.format(publication.publishedAt()) + oneLine(by) + "\n"
                + note
                + START + "sha256 " + publication.hash() + "\n"
                + publication.yaml();
    }

    /** The policy without the header, if it has one. */
    static String strip(String yaml) {
        int start = 0;
        while (yaml.startsWith(START, start)) {
            int end = yaml.indexOf('\n', start);
            start = end < 0 ? yaml.length() : end + 1;
        }
        return yaml.substring(start);
    }

    /** Without anything that would end the comment or speak to a terminal. */
    static String oneLine(String text) {
        return text.codePoints()
                .mapToObj(
                        c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? " " : Character.toString(c))
                .collect(Collectors.joining());
    }
}
