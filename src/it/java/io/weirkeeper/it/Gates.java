package io.weirkeeper.it;

import io.weirkeeper.config.Settings;
import io.weirkeeper.policies.Draft;
import io.weirkeeper.policies.PolicyException;
import io.weirkeeper.policies.StartPolicy;
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
            throws BrokerException, TopicLayoutException, FormatException, PolicyException, InterruptedException {
        GateService service = GateService.start(settings, Profile.EXACTLY_ONCE, wanted(policy), Kafka.PATIENCE);
        if (!service.awaitRunning()) {
            throw new IllegalStateException("the gate did not start");
        }
        return service;
    }

    /** To start by this policy, which is published if need be. */
    static StartPolicy wanted(String yaml) {
        return new StartPolicy.Wanted(new Draft(yaml, "it", "for a test"));
    }
}
