package io.weirkeeper.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirkeeper.service.NotReadyException;
import java.util.List;
import java.util.Optional;

/** The instances that share the work, as seen from one of them. */
public interface Peers {

    /**
     * Who judges the messages of a subject.
     *
     * @throws NotReadyException while the work is being shared out anew
     */
    Owner ownerOf(String subject) throws NotReadyException;

    /** All instances that run now but this one. */
    List<Instance> others() throws NotReadyException;

    /**
     * Asks another instance, which answers by what it knows itself and asks nobody in turn.
     *
     * @param target path and query of the request
     * @param body what is sent along with a POST; without one it is a GET
     * @param authorization what the asker has shown to this instance, passed on as it is
     * @throws NotReadyException if it does not answer in time, or says that it is not ready or does not own what it is asked about
     */
    PeerAnswer ask(Instance instance, String target, Optional<JsonNode> body, Optional<String> authorization)
            throws NotReadyException;
}
