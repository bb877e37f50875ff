package io.weirkeeper.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirkeeper.events.wire.IsoTime;
import io.weirkeeper.service.NotReadyException;
import io.weirkeeper.service.Operators;
import io.weirkeeper.streams.BlockedAddresses;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list of blocked addresses. */
record AddressRoutes(AddressBook book, Operators operators, Words words, Audit audit) {
    static final int PAGE = 100;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/v1/blocked-addresses/{address}";
    private static final String ADDRESS = "address";
    private static final String AFTER = "after";
    private static final int RETRY_SECONDS = 2;

    List<Route> all() {
        return List.of(
                Route.of(Method.GET, "/v1/blocked-addresses", Access.READ, "Lists the blocked addresses, in pages.")
                        .asking(QueryParameter.text(AFTER, "the last address of the page before"))
                        .answering(Reply.json(200, "BlockedAddresses", "at most " + PAGE + " addresses"))
                        .by(this::page),
                Route.of(Method.GET, PATH, Access.READ, "Tells whether an address is blocked, since when and by whom.")
                        .answering(Reply.json(200, "BlockedAddress", "it is; 404 says that it is not"))
                        .by(this::find),
                ControlRoutes.draft(Method.PUT, PATH, "Blocks all messages that come from an address.", false)
                        .by(this::block),
                ControlRoutes.draft(
                                Method.DELETE, PATH, "Takes an address from the list; not from the policy's.", false)
                        .by(this::unblock));
    }

    private Answer page(Request request) throws HttpProblem {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode addresses = body.putArray("addresses");
        Optional<String> after = request.one(AFTER);
        List<BlockedAddresses.Entry> entries = known(() -> book.page(after, PAGE + 1));
        entries.stream().limit(PAGE).map(AddressRoutes::json).forEach(addresses::add);
        if (entries.size() > PAGE) {
            body.put("next", entries.get(PAGE - 1).address());
        }
        return Answer.json(200, body);
    }

    private Answer find(Request request) throws HttpProblem {
        String address = address(request);
        return Answer.json(
                200,
                known(() -> book.find(address))
                        .map(AddressRoutes::json)
                        .orElseThrow(() -> HttpProblem.notFound("this address is not blocked")));
    }

    private Answer block(Request request) throws HttpProblem {
        String address = address(request);
        Operators.Word word = words.lasting(request);
        return ControlRoutes.said(
                audit, "block-address", Optional.of(address), word, () -> operators.blockAddress(address, word));
    }

    private Answer unblock(Request request) throws HttpProblem {
        String address = address(request);
        Operators.Word word = words.lasting(request);
        return ControlRoutes.said(
                audit, "unblock-address", Optional.of(address), word, () -> operators.unblockAddress(address));
    }

    /** The topic of the lists also says of gates whether they are paused: that key is not an address. */
    private static String address(Request request) throws HttpProblem {
        String address = request.parameter(ADDRESS);
        if (!BlockedAddresses.isAddress(address)) {
            throw HttpProblem.badRequest("this is not an address");
        }
        return address;
    }

    private static ObjectNode json(BlockedAddresses.Entry entry) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put(ADDRESS, entry.address()).put("since", IsoTime.format(entry.since()));
        JsonNode note = note(entry.value());
        for (String field : List.of("by", "reason")) {
            if (note.path(field).isTextual()) {
                json.set(field, note.path(field));
            }
        }
        return json;
    }

    /** What stands beside an address may come from anybody. */
    private static JsonNode note(byte[] value) {
        try {
            @Nullable JsonNode note = JSON.readTree(value);
            return note == null ? JsonNodeFactory.instance.missingNode() : note;
        } catch (IOException e) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    private interface Asking<T> {
        T ask() throws NotReadyException;
    }

    private static <T> T known(Asking<T> asking) throws HttpProblem {
        try {
            return asking.ask();
        } catch (NotReadyException e) {
            throw HttpProblem.unavailable("the lists are still being read; see /readyz", RETRY_SECONDS);
        }
    }
}
