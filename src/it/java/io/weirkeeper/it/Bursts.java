package io.weirkeeper.it;

import java.time.Duration;

/**
 * Messages that are sure to be held for as long as a test wants: bursts of a backlog, through which the clock of the gate stands still
 * until something live comes.
 *
 * @param senders how many write at once
 * @param perSender how many messages each of them writes
 * @param at when the first was written, epoch milliseconds
 */
record Bursts(int senders, int perSender, long at) {
    /** One answer to each sender. */
    static final String POLICY = "debounce: {quiet: 1m, keep: merge, when: {channel: [sms]}}";

    private static final Duration AGE = Duration.ofMinutes(10);

    /** Enough for one on each partition. */
    private static final int AWAKENINGS = 40;

    static Bursts of(int senders, int perSender) {
        return new Bursts(senders, perSender, System.currentTimeMillis() - AGE.toMillis());
    }

    int messages() {
        return senders * perSender;
    }

    /** How many verdicts there are after {@link #end}. */
    int verdicts() {
        return messages() + AWAKENINGS;
    }

    /** Sends some of the messages of every sender, in the order in which they were written: a second between two of one sender. */
    void send(Inbox inbox, int from, int to) {
        for (int n = from; n < to; n++) {
            for (int i = 0; i < senders; i++) {
                String sender = "s" + i;
                inbox.sendLater(
                        null,
                        at + n * 1_000L,
                        sender,
                        "{\"id\":\"%s-%d\",\"sender\":\"%s\",\"channel\":\"sms\",\"body\":\"text %d\"}"
                                .formatted(sender, n, sender, n));
            }
        }
        inbox.flush();
    }

    /** Lets all bursts be over with live messages that nothing holds. */
    void end(Inbox inbox) {
        for (int i = 0; i < AWAKENINGS; i++) {
            inbox.sendLater(
                    null,
                    System.currentTimeMillis(),
                    "live" + i,
                    "{\"id\":\"live%d\",\"sender\":\"live%d\",\"channel\":\"chat\",\"body\":\"hello\"}"
                            .formatted(i, i));
        }
        inbox.flush();
    }
}
