package io.weirkeeper.it;

import io.weirkeeper.config.PolicyReader;
import io.weirkeeper.config.PolicyReading;
import io.weirkeeper.config.Settings;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.service.FormatException;
import io.weirkeeper.service.GateService;
import io.weirkeeper.service.Profile;
import io.weirkeeper.service.TopicLayoutException;
import io.weirkeeper.topics.BrokerException;

/** Starts the service in this process. */
final class Gates {
    static final String FIVE_A_MINUTE = """
            limits: [{id: sender, per: [sender], allow: 5 per 1m, strikes: 1}]
            penalties: {ladder: [{at: 1, do: warn}], permanentAt: 3}
            duplicates: {window: 10s}
            """;

    private Gates() {}

    static GateService start(Settings settings, String policy)
            throws BrokerException, TopicLayoutException, FormatException, InterruptedException {
        GateService service = GateService.start(settings, Profile.EXACTLY_ONCE, policy(policy), Kafka.PATIENCE);
        if (!service.awaitRunning()) {
            throw new IllegalStateException("the gate did not start");
        }
        return service;
    }

    static Policy policy(String yaml) {
        return ((PolicyReading.Valid) new PolicyReader().read(yaml)).policy();
    }
}
