package io.weirkeeper.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirkeeper.core.gate.Inquiry;
import io.weirkeeper.core.gate.LimitUsage;
import io.weirkeeper.core.gate.Moment;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.service.GateService;
import io.weirkeeper.service.NotReadyException;
import io.weirkeeper.streams.LiveStores;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** What this instance knows, read from its stores while they are written; by the policy in force and the wall clock. */
final class HereInStores implements Here {
    private final GateService service;
    private final Share share;
    private final String inboundTopic;
    private final Clock clock;
    private final Gates gates;

    /**
     * @param inboundTopic whose partitions are shared out with the subjects
     */
    HereInStores(GateService service, String inboundTopic, Clock clock) {
        this.service = service;
        this.share = new Share(service);
        this.inboundTopic = inboundTopic;
        this.clock = clock;
        this.gates = new Gates(service.policy(), () -> service.stores().lists());
    }

    @Override
    public ObjectNode sender(Inquiry inquiry, int partition) throws NotReadyException {
        return read(stores -> {
            Gates.Judging now = gates.now();
            return SenderJson.write(
                    inquiry.subject(),
                    now.gate().view(inquiry, stores.subject(inquiry.subject(), partition), moment()),
                    now.rules().policy().version());
        });
    }

    @Override
    public ObjectNode check(Message message, int partition) throws NotReadyException {
        return read(stores -> {
            Moment moment = moment();
            String subject = subject(message).orElseThrow();
            return OutlookJson.write(
                    gates.now().gate().foresee(message, stores.subject(subject, partition), moment), moment.time());
        });
    }

    @Override
    public Optional<JsonNode> blocked(String sender, int partition) throws NotReadyException {
        return read(stores -> BlockedJson.of(
                sender, stores.subject(sender, partition).standing().at(clock.millis())));
    }

    @Override
    public BlocklistPart blocklist(Optional<String> after) throws NotReadyException {
        var partitions = share.partitionsHere(inboundTopic);
        return read(stores -> new BlocklistScan(stores::standings, clock.millis()).after(after, partitions));
    }

    @Override
    public List<LimitUsage> globalLimits(int partition) throws NotReadyException {
        return read(stores -> gates.now().global().usage(stores.global(partition), moment()));
    }

    @Override
    public int partitions() {
        return service.partitions();
    }

    @Override
    public Optional<String> subject(Message message) {
        return gates.now().gate().subject(message).filter(subject -> !subject.isEmpty());
    }

    private Moment moment() {
        long now = clock.millis();
        return new Moment(now, now);
    }

    private interface Reading<T> {
        T from(LiveStores stores);
    }

    private <T> T read(Reading<T> reading) throws NotReadyException {
        try {
            return reading.from(service.stores());
        } catch (InvalidStateStoreException e) {
            throw new NotReadyException("what is asked for is being restored, or has moved", e);
        } catch (IllegalStateException e) {
            if (!service.health().isLive()) { // so says Kafka Streams after its end
                throw new NotReadyException("the gate does not run", e);
            }
            throw e;
        }
    }
}
