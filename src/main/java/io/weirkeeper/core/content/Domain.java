package io.weirkeeper.core.content;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Names of domains in the form in which they are compared: lower-case ASCII, with punycode for other letters. */
public final class Domain {
    private static final int LONGEST = 253;
    private static final int LONGEST_LABEL = 63;

    private Domain() {}

    /**
     * The comparable form of a domain: "bücher.example" is "xn--bcher-kva.example". Empty for what is none: no text, empty
     * labels, other characters than letters, digits, "-" and "_" (so a scheme, path, port or wildcard), an IP address,
     * a single label such as "com" or "localhost". Empty also for names that old and new rules of IDNA read
     * differently (ß, ς): they must be written in punycode.
     */
    public static Optional<String> ascii(String name) {
        if (name.length() > LONGEST || name.indexOf('\u00DF') >= 0 || name.indexOf('\u03C2') >= 0) {
            return Optional.empty();
        }
        try {
            String ascii = IDN.toASCII(name).toLowerCase(Locale.ROOT);
            String relative = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
            return isName(relative) ? Optional.of(relative) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether a domain is one of these or below one of them: matched from the right, label by label.
     *
     * @param ascii in the form of {@link #ascii}
     * @param domains in the same form
     */
    static boolean isWithin(String ascii, Set<String> domains) {
        int start = 0;
        while (!domains.contains(ascii.substring(start))) {
            int dot = ascii.indexOf('.', start);
            if (dot < 0) {
                return false;
            }
            start = dot + 1;
        }
        return true;
    }

    private static boolean isName(String name) {
        String[] labels = name.split("\\.", -1);
        for (String label : labels) {
            if (label.isEmpty()
                    || label.length() > LONGEST_LABEL
                    || !label.chars().allMatch(Domain::isNameCharacter)) {
                return false;
            }
        }
        return labels.length > 1 && name.length() <= LONGEST && !isNumber(labels[labels.length - 1]);
    }

    private static boolean isNameCharacter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    /** Browsers take a name for an IPv4 address if its last label is a number, decimal or hexadecimal. */
    private static boolean isNumber(String label) {
        return label.chars().allMatch(c -> c >= '0' && c <= '9')
                || (label.startsWith("0x") && label.substring(2).chars().allMatch(c -> Character.digit(c, 16) >= 0));
    }
}
