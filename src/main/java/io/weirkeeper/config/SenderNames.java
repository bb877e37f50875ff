package io.weirkeeper.config;

/** How senders are named in the log. */
public enum SenderNames {
    /** Only the beginning and the end: enough to find one that is known, too little to learn who it is. */
    MASKED,
    /** As they are, apart from what could break a line of the log. */
    PLAIN;

    private static final int SHORTEST_SHOWN = 8;
    private static final int LONGEST_SHOWN = 200;

    /** The name as it stands in the log. */
    public String shown(String sender) {
        if (this == PLAIN) {
            return oneLine(sender);
        }
        int length = sender.codePointCount(0, sender.length());
        if (length < SHORTEST_SHOWN) {
            return "***";
        }
        int head = sender.offsetByCodePoints(0, 3);
        int tail = sender.offsetByCodePoints(sender.length(), -2);
        return oneLine(sender.substring(0, head) + "***" + sender.substring(tail));
    }

    /** Any text on one line of the log, without what could steer a terminal, and not long. */
    public static String oneLine(String text) {
        String clean = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
        return clean.length() <= LONGEST_SHOWN ? clean : clean.substring(0, LONGEST_SHOWN) + "...";
    }
}
