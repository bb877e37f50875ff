package io.weirkeeper.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether the topics that a broker has are those that the service needs. */
public final class TopicCheck {
    /** What the headers of a dead letter may add to the record. */
    private static final int HEADER_ROOM = 64 * 1024;

    private final TopicLayout layout;
    private final String connection;

    /**
     * @param connection the options with which the commands that mend something reach the same broker and topics
     */
    public TopicCheck(TopicLayout layout, String connection) {
        this.layout = layout;
        this.connection = connection;
    }

    /** Everything that is wrong, each with the command that mends it; empty if all is well. */
    public List<String> problems(Map<String, TopicFacts> found) {
        List<String> missing =
                layout.names().stream().filter(name -> !found.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            return List.of("missing topics: " + String.join(", ", missing) + "; create them with: weir topics create "
                    + connection);
        }
        List<String> problems = new ArrayList<>();
        checkPartitions(found, problems);
        checkDeadLetters(found, problems);
        checkPolicies(found, problems);
        return problems;
    }

    private void checkPartitions(Map<String, TopicFacts> found, List<String> problems) {
        String inbound = layout.topics().inboundMessages();
        String control = layout.topics().gateControl();
        int messages = partitions(found, inbound);
        int orders = partitions(found, control);
        if (messages != orders) {
            problems.add(
                    "%s has %d partitions and %s has %d, but they must have the same number; mend it with: weir topics create --grow %s"
                            .formatted(inbound, messages, control, orders, connection));
        }
    }

    private void checkDeadLetters(Map<String, TopicFacts> found, List<String> problems) {
        String inbound = layout.topics().inboundMessages();
        String dead = layout.topics().deadLetterMessages();
        int needed = found.getOrDefault(inbound, TopicFacts.NONE).maxBytes() + HEADER_ROOM;
        int taken = found.getOrDefault(dead, TopicFacts.NONE).maxBytes();
        if (taken < needed) {
            problems.add(
                    "%s takes records of %d bytes, but those of %s may need %d with their headers; mend it with: weir topics create --grow %s"
                            .formatted(dead, taken, inbound, needed, connection));
        }
    }

    /** In several partitions the versions would have no order. */
    private void checkPolicies(Map<String, TopicFacts> found, List<String> problems) {
        String policies = layout.topics().gatePolicies();
        TopicFacts facts = found.getOrDefault(policies, TopicFacts.NONE);
        if (facts.partitions() != 1) {
            problems.add("%s has %d partitions and must have one; delete it, then create it with: weir topics create %s"
                    .formatted(policies, facts.partitions(), connection));
        }
        if (facts.maxBytes() < TopicLayout.POLICY_BYTES) {
            problems.add(
                    "%s takes records of %d bytes, but a policy may need %d; mend it with: weir topics create --grow %s"
                            .formatted(policies, facts.maxBytes(), TopicLayout.POLICY_BYTES, connection));
        }
    }

    private static int partitions(Map<String, TopicFacts> found, String name) {
        return found.getOrDefault(name, TopicFacts.NONE).partitions();
    }

    /** The topics that must have the same number of partitions. */
    static List<String> alike(TopicLayout layout) {
        return List.of(layout.topics().inboundMessages(), layout.topics().gateControl());
    }
}
