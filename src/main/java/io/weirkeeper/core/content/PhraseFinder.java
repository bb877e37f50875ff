package io.weirkeeper.core.content;

import java.util.Arrays;
import java.util.List;

/**
 * Finds all occurrences of many phrases in one pass, in time linear in the text and the occurrences, whatever the number of
 * phrases: the automaton of Aho and Corasick ("Efficient string matching", 1975).
 *
 * <p>A state is a beginning of some phrase. States are numbered level by level, the next states of one side by side and
 * in the order of their characters, so that an array of firsts is all that leads on: 18 bytes for each state.
 */
final class PhraseFinder {
    private static final int ROOT = 0;

    /** Told of each phrase that is found. */
    interface Found {
        /**
         * One is found.
         *
         * @param phrase which one: its place in the list
         * @param end where it ends in the text, exclusive
         */
        void at(int phrase, int end);
    }

    /** By which character a state is reached. */
    private char[] label = new char[16];

    /** The first of the states that follow; those of state s end where those of s + 1 begin. */
    private int[] first = new int[16];

    /** The state of the longest shorter beginning that the text read so far ends with. */
    private int[] fallback = new int[16];

    /** The phrase that ends here; -1 for none. */
    private int[] phrase = new int[16];

    /** The next state on the way of fallbacks in which a phrase ends; the root for none. */
    private int[] ending = new int[16];

    private int states = 1;

    /** Where in the sorted phrases those that begin with a state start and end; only while building. */
    private int[] from = new int[16];

    private int[] to = new int[16];

    /**
     * @param sorted distinct phrases in the natural order of strings, none empty
     */
    PhraseFinder(List<String> sorted) {
        to[ROOT] = sorted.size();
        phrase[ROOT] = -1;
        int depth = 0;
        int levelEnd = 1;
        for (int state = ROOT; state < states; state++) {
            if (state == levelEnd) {
                depth++;
                levelEnd = states;
            }
            follow(state, depth, sorted);
        }
        first = Arrays.copyOf(first, states + 1);
        first[states] = states;
        label = Arrays.copyOf(label, states);
        fallback = Arrays.copyOf(fallback, states);
        phrase = Arrays.copyOf(phrase, states);
        ending = Arrays.copyOf(ending, states);
        from = new int[0];
        to = new int[0];
    }

    /** Tells of all occurrences, by their ends; of those with the same end the longest first. */
    void find(String text, Found found) {
        int state = ROOT;
        for (int i = 0; i < text.length(); i++) {
            state = step(state, text.charAt(i));
            for (int s = phrase[state] >= 0 ? state : ending[state]; s != ROOT; s = ending[s]) {
                found.at(phrase[s], i + 1);
            }
        }
    }

    /** Makes the states that follow a state. */
    private void follow(int state, int depth, List<String> sorted) {
        first[state] = states;
        int i = phrase[state] < 0 ? from[state] : from[state] + 1;
        while (i < to[state]) {
            int start = i;
            char c = sorted.get(i).charAt(depth);
            while (i < to[state] && sorted.get(i).charAt(depth) == c) {
                i++;
            }
            add(state, c, start, i, sorted.get(start).length() == depth + 1);
        }
    }

    private void add(int parent, char c, int start, int end, boolean complete) {
        if (states == label.length) {
            grow(states * 2);
        }
        int state = states;
        label[state] = c;
        from[state] = start;
        to[state] = end;
        phrase[state] = complete ? start : -1;
        int back = parent == ROOT ? ROOT : step(fallback[parent], c);
        fallback[state] = back;
        ending[state] = phrase[back] >= 0 ? back : ending[back];
        states++;
    }

    private int step(int state, char c) {
        int s = state;
        int next = next(s, c);
        while (next == ROOT && s != ROOT) {
            s = fallback[s];
            next = next(s, c);
        }
        return next;
    }

    /** The state that follows by a character; the root for none. */
    private int next(int state, char c) {
        int i = Arrays.binarySearch(label, first[state], first[state + 1], c);
        return i < 0 ? ROOT : i;
    }

    private void grow(int size) {
        label = Arrays.copyOf(label, size);
        first = Arrays.copyOf(first, size);
        fallback = Arrays.copyOf(fallback, size);
        phrase = Arrays.copyOf(phrase, size);
        ending = Arrays.copyOf(ending, size);
        from = Arrays.copyOf(from, size);
        to = Arrays.copyOf(to, size);
    }
}
