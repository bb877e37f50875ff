package io.weirkeeper.events.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** What UTF-8 can hold. */
final class Text {
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long NOT_ASCII = 0x8080808080808080L;

    private Text() {}

    /** Whether the bytes are well-formed UTF-8 (Unicode 15, table 3-7). */
    static boolean isUtf8(byte[] bytes) {
        int i = 0;
        while (i < bytes.length) {
            if (i + Long.BYTES <= bytes.length && ((long) EIGHT_BYTES.get(bytes, i) & NOT_ASCII) == 0) {
                i += Long.BYTES;
            } else {
                int length = sequenceAt(bytes, i);
                if (length == 0) {
                    return false;
                }
                i += length;
            }
        }
        return true;
    }

    /** Whether the bytes begin with the byte order mark, which some editors put in front of UTF-8. */
    static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    /** The text with U+FFFD in the place of every surrogate that has no partner; the same object if there is none. */
    static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!isPairAt(text, i)) {
                    return replaceLoneSurrogates(text, i);
                }
                i++;
            }
        }
        return text;
    }

    /** Whether well-formed text is longer than so many bytes of UTF-8. */
    static boolean exceeds(String text, int bytes) {
        if (text.length() <= bytes / 3) {
            return false;
        }
        long length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return length > bytes;
    }

    private static boolean isPairAt(String text, int i) {
        return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
    }

    private static String replaceLoneSurrogates(String text, int from) {
        StringBuilder clean = new StringBuilder(text);
        for (int i = from; i < clean.length(); i++) {
            if (isPairAt(text, i)) {
                i++;
            } else if (Character.isSurrogate(text.charAt(i))) {
                clean.setCharAt(i, '\uFFFD');
            }
        }
        return clean.toString();
    }

    /** The length of the well-formed sequence that starts there; 0 if none does. */
    private static int sequenceAt(byte[] bytes, int i) {
        int lead = bytes[i];
        if (lead >= 0) {
            return 1;
        }
        int length = lead < (byte) 0xE0 ? 2 : lead < (byte) 0xF0 ? 3 : 4;
        if (lead < (byte) 0xC2 || lead > (byte) 0xF4 || i + length > bytes.length) {
            return 0;
        }
        for (int k = 1; k < length; k++) {
            if ((bytes[i + k] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return isShortest(lead & 0xFF, bytes[i + 1] & 0xFF) ? length : 0;
    }

    /** Whether the first two bytes begin neither an overlong form, nor a surrogate, nor a value above U+10FFFF. */
    private static boolean isShortest(int lead, int second) {
        return switch (lead) {
            case 0xE0 -> second >= 0xA0;
            case 0xED -> second < 0xA0;
            case 0xF0 -> second >= 0x90;
            case 0xF4 -> second < 0x90;
            default -> true;
        };
    }
}
