package io.weirkeeper.classifier;

import java.util.SplittableRandom;

/** Orders by chance, the same for the same seed (Fisher and Yates). */
final class Shuffle {
    private Shuffle() {}

    /** 0, 1, 2 ... */
    static int[] indices(int count) {
        int[] indices = new int[count];
        for (int i = 0; i < count; i++) {
            indices[i] = i;
        }
        return indices;
    }

    static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int moved = order[i];
            order[i] = order[other];
            order[other] = moved;
        }
    }
}
