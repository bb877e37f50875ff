package io.weirkeeper.topics;

/**
 * What a broker says of a topic.
 *
 * @param partitions 0 if there is no such topic
 * @param maxBytes the largest record batch that it takes
 */
public record TopicFacts(int partitions, int maxBytes) {

    /** Of a topic that is not there. */
    public static final TopicFacts NONE = new TopicFacts(0, 0);
}
