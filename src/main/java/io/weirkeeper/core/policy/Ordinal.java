package io.weirkeeper.core.policy;

/** English ordinals: 1st, 2nd, 3rd, 11th. */
final class Ordinal {
    private Ordinal() {}

    static String of(long number) {
        long tens = number % 100;
        if (tens >= 11 && tens <= 13) {
            return number + "th";
        }
        return switch ((int) (number % 10)) {
            case 1 -> number + "st";
            case 2 -> number + "nd";
            case 3 -> number + "rd";
            default -> number + "th";
        };
    }
}
