package io.weirkeeper.core.gate;

import io.weirkeeper.core.policy.Policy;
import java.util.Random;

/** Runs random policies on random traffic; a failure tells its seed, with which it can be run again. */
abstract class GateProperties {
    private static final int POLICIES = 150;

    /** Something that must hold of every policy and every traffic. */
    interface Property {
        void holds(Random random, Policy policy);
    }

    static void forRandomPolicies(int mostLimits, boolean large, boolean shadow, Property property) {
        long first = new Random().nextLong();
        for (long seed = first; seed < first + POLICIES; seed++) {
            Random random = new Random(seed);
            Policy policy = new RandomPolicies(random, mostLimits, large, shadow).next();
            try {
                property.holds(random, policy);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ", " + policy, e);
            }
        }
    }
}
