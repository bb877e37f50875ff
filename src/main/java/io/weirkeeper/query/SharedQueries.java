package io.weirkeeper.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.weirkeeper.core.gate.Inquiry;
import io.weirkeeper.core.gate.LimitUsage;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.message.MessageField;
import io.weirkeeper.events.wire.JsonFormat;
import io.weirkeeper.service.GateService;
import io.weirkeeper.service.NotReadyException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Answers what this instance knows, and asks the one that knows for the rest. */
public final class SharedQueries implements Queries, GlobalLimits {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final String SENDERS = "/v1/senders";
    private static final String CHECK = "/v1/check";
    private static final String BLOCKLIST = "/v1/blocklist";
    private static final String GLOBAL_LIMITS = "/v1/global-limits";
    private static final String LIMITS = "limits";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Peers peers;
    private final GlobalGate globalGate;
    private final Here here;
    private final JsonFormat format = new JsonFormat();

    /** Says who keeps what the global gate counts. */
    @FunctionalInterface
    interface GlobalGate {
        Owner owner() throws NotReadyException;
    }

    SharedQueries(Peers peers, GlobalGate globalGate, Here here) {
        this.peers = peers;
        this.globalGate = globalGate;
        this.here = here;
    }

    /**
     * Over the stores of a service and of those that share its work.
     *
     * @param inboundTopic whose partitions are shared out with the subjects
     */
    public static SharedQueries of(HttpPeers peers, GateService service, String inboundTopic, Clock clock) {
        return new SharedQueries(peers, peers::ownerOfGlobalGate, new HereInStores(service, inboundTopic, clock));
    }

    @Override
    public JsonNode sender(Inquiry inquiry, Asker asker) throws NotReadyException {
        Owner owner = peers.ownerOf(inquiry.subject());
        if (owner instanceof Owner.Here known) {
            return here.sender(inquiry, known.partition());
        }
        Target target = Target.of(SENDERS).with(inquiry.subject());
        for (MessageField field : MessageField.values()) {
            target.asking(field.label(), Optional.ofNullable(inquiry.fields().get(field)));
        }
        return good(ask(owner, target, Optional.empty(), asker));
    }

    @Override
    public Optional<String> subject(Message message) {
        return here.subject(message);
    }

    @Override
    public JsonNode check(Message message, Asker asker) throws NotReadyException {
        Owner owner = peers.ownerOf(subject(message).orElseThrow());
        return owner instanceof Owner.Here known
                ? here.check(message, known.partition())
                : good(ask(owner, Target.of(CHECK), Optional.of(json(message)), asker));
    }

    @Override
    public Optional<JsonNode> blocked(String sender, Asker asker) throws NotReadyException {
        Owner owner = peers.ownerOf(sender);
        if (owner instanceof Owner.Here known) {
            return here.blocked(sender, known.partition());
        }
        PeerAnswer answer = ask(owner, Target.of(BLOCKLIST).with(sender), Optional.empty(), asker);
        return answer.status() == NOT_FOUND ? Optional.empty() : Optional.of(good(answer));
    }

    /** All have to be asked, and all partitions have to be there: a list with a gap would look like the whole. */
    @Override
    public JsonNode blocklist(Optional<String> after, Asker asker) throws NotReadyException {
        BlocklistPart found = here.blocklist(after);
        if (asker.isInstance()) {
            return found.part();
        }
        String target = Target.of(BLOCKLIST).asking("after", after).toString();
        for (Instance other : peers.others()) {
            JsonNode part = good(peers.ask(other, target, Optional.empty(), asker.authorization()));
            found = found.and(BlocklistPart.read(part));
        }
        if (found.partitions().size() < here.partitions()) {
            throw new NotReadyException("the work is being shared out");
        }
        return found.page();
    }

    @Override
    public JsonNode globalLimits(Asker asker) throws NotReadyException {
        Owner owner = globalGate.owner();
        return owner instanceof Owner.Here known
                ? JsonNodeFactory.instance
                        .objectNode()
                        .set(LIMITS, LimitJson.write(here.globalLimits(known.partition())))
                : good(ask(owner, Target.of(GLOBAL_LIMITS), Optional.empty(), asker));
    }

    @Override
    public List<LimitUsage> now(Asker asker) throws NotReadyException {
        try {
            return LimitJson.read(globalLimits(asker).path(LIMITS));
        } catch (IllegalArgumentException e) {
            throw new NotReadyException("the other instance answers what this one does not understand", e);
        }
    }

    private PeerAnswer ask(Owner owner, Target target, Optional<JsonNode> body, Asker asker) throws NotReadyException {
        if (asker.isInstance()) {
            // Both would send it to each other while they differ in who they think knows.
            throw new NotReadyException("another instance knows it now");
        }
        Instance instance = ((Owner.There) owner).instance();
        return peers.ask(instance, target.toString(), body, asker.authorization());
    }

    private static JsonNode good(PeerAnswer answer) throws NotReadyException {
        if (answer.status() != OK) {
            throw new NotReadyException("the instance that knows it answers " + answer.status());
        }
        return answer.body();
    }

    private JsonNode json(Message message) {
        try {
            return JSON.readTree(format.message(message));
        } catch (IOException e) {
            throw new UncheckedIOException("it has just been written", e);
        }
    }
}
