package io.weirkeeper.core.gate;

/** What operators keep for all instances, besides the policy. */
public interface Lists {

    /** Nothing is listed. */
    Lists NONE = new Lists() {
        @Override
        public boolean isBlocked(String address) {
            return false;
        }

        @Override
        public boolean isGlobalGatePaused() {
            return false;
        }
    };

    /** Whether messages from this address are to be stopped. */
    boolean isBlocked(String address);

    boolean isGlobalGatePaused();
}
