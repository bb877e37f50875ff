package io.weirkeeper.query;

import io.weirkeeper.core.gate.LimitUsage;
import io.weirkeeper.service.NotReadyException;
import java.util.List;

/** The limits of the global gate. */
@FunctionalInterface
public interface GlobalLimits {

    /**
     * How much of each is used now, in the order of the policy.
     *
     * @throws NotReadyException while the instance that counts cannot be asked
     */
    List<LimitUsage> now(Asker asker) throws NotReadyException;
}
