package io.weirkeeper.http;

import io.weirkeeper.config.PolicyReading;
import io.weirkeeper.policies.Draft;
import io.weirkeeper.policies.PolicyInForce;
import io.weirkeeper.policies.Published;
import io.weirkeeper.topics.BrokerException;

/** The policies as far as routes care. */
interface PolicyBook {

    /** By what this instance judges. */
    PolicyInForce inForce();

    /** Whether it could be published now; asks no broker. */
    PolicyReading validate(String yaml);

    /**
     * Makes it the next version.
     *
     * @throws BrokerException if no broker answers; whether the draft is published is then not known
     */
    Published publish(Draft draft) throws BrokerException;
}
