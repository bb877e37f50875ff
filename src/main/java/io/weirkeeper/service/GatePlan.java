package io.weirkeeper.service;

import io.weirkeeper.config.MembershipAtStop;
import io.weirkeeper.config.Settings;
import io.weirkeeper.events.wire.WireFormat;
import io.weirkeeper.policies.LivePolicy;
import io.weirkeeper.policies.PolicyException;
import io.weirkeeper.policies.PolicyPublisher;
import io.weirkeeper.policies.StartPolicy;
import io.weirkeeper.streams.GateMeter;
import io.weirkeeper.streams.GateTopology;
import io.weirkeeper.streams.StoreLayout;
import io.weirkeeper.topics.BrokerException;
import io.weirkeeper.topics.Topics;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.Topology;

/** What a gate is made of, all checked; nothing runs yet. */
record GatePlan(
        Topology topology,
        Properties properties,
        StoreMemory memory,
        StoreLayout layout,
        Topics topics,
        GatePartitions partitions,
        LivePolicy policy,
        CloseOptions atStop) {

    /** As {@link GateService#create} says. */
    static GatePlan of(Settings settings, Profile profile, StartPolicy startPolicy, GateMeter meter, Duration patience)
            throws BrokerException, TopicLayoutException, FormatException, PolicyException {
        GatePartitions partitions = GatePartitions.check(settings, patience);
        WireFormat format = Formats.ofService(settings);
        format.prepare();
        LivePolicy policy = policy(settings, startPolicy, patience);
        policy.tell(meter::policy);
        policy.tellRefusals(refusal -> meter.policyRefused(refusal.isPresent()));
        StoreLayout layout = new StoreLayout(settings.longestWindow(), settings.timeBounds());
        GateTopology topology =
                new GateTopology(settings.topics(), format, policy, layout, partitions.inbound(), Time.SYSTEM, meter);
        StoreMemory memory = new StoreMemory(settings.stateMemory());
        return new GatePlan(
                topology.get(),
                StreamsProperties.of(settings, profile, memory),
                memory,
                layout,
                settings.topics(),
                partitions,
                policy,
                atStop(settings.membershipAtStop()));
    }

    private static CloseOptions atStop(MembershipAtStop membership) {
        return CloseOptions.timeout(GateService.PATIENCE_AT_END)
                .withGroupMembershipOperation(
                        switch (membership) {
                            case LEAVE -> GroupMembershipOperation.LEAVE_GROUP;
                            case KEEP -> GroupMembershipOperation.REMAIN_IN_GROUP;
                        });
    }

    private static LivePolicy policy(Settings settings, StartPolicy startPolicy, Duration patience)
            throws BrokerException, PolicyException {
        try (PolicyPublisher publisher = PolicyAccess.open(settings, patience)) {
            return new LivePolicy(startPolicy.settle(publisher), PolicyAccess.check(settings));
        }
    }
}
