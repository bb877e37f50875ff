package io.weirkeeper.classifier;

import io.weirkeeper.core.message.ComparableText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Parts of a collection, each with about the same share of spam. Messages that differ in nothing but digits, case and white
 * space are in the same part: what is measured on one part was not seen, with another number, in the others.
 */
final class Folds {
    private Folds() {}

    /** For each message the number of its part, from 0. */
    static int[] of(List<LabelledMessage> messages, int count, long seed) {
        int[] folds = new int[messages.size()];
        SplittableRandom random = new SplittableRandom(seed);
        int next = 0;
        for (boolean spam : new boolean[] {true, false}) {
            List<List<Integer>> groups = groups(messages, spam);
            int[] order = Shuffle.indices(groups.size());
            Shuffle.shuffle(order, random);
            for (int group : order) {
                for (int member : groups.get(group)) {
                    folds[member] = next;
                }
                next = (next + 1) % count;
            }
        }
        return folds;
    }

    /** Groups of alike messages; each belongs to the label of its first one. */
    private static List<List<Integer>> groups(List<LabelledMessage> messages, boolean spam) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < messages.size(); i++) {
            groups.computeIfAbsent(alike(messages.get(i).text()), key -> new ArrayList<>())
                    .add(i);
        }
        return groups.values().stream()
                .filter(group -> messages.get(group.get(0)).spam() == spam)
                .toList();
    }

    private static String alike(String text) {
        StringBuilder out = new StringBuilder(ComparableText.of(text));
        for (int i = 0; i < out.length(); i++) {
            if (Character.isDigit(out.charAt(i))) {
                out.setCharAt(i, '0');
            }
        }
        return out.toString();
    }
}
