package io.weirkeeper.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Says on standard error what goes on. */
final class Progress {
    private Progress() {}

    static void say(String format, Object... arguments) {
        System.err.println("bench: " + String.format(Locale.ROOT, format, arguments));
    }

    /** The processes that wanted a processor in the last minute; negative where the system does not tell. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
