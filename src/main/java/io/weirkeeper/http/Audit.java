package io.weirkeeper.http;

import io.weirkeeper.config.SenderNames;
import io.weirkeeper.events.wire.IsoTime;
import io.weirkeeper.service.Operators;
import io.weirkeeper.topics.BrokerException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line of the log for everything that an operator changes over HTTP: who, what, of whom, and the id under which it was said. */
record Audit(SenderNames names) {
    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);

    /** It is written. */
    void said(String what, Optional<String> whom, Operators.Word word, String id) {
        LOG.info("{} id={}", line(what, whom, word), id);
    }

    /** It may have been written, or may not: the broker has not said so in time. */
    void unanswered(String what, Optional<String> whom, Operators.Word word, BrokerException why) {
        LOG.warn("{} written=unknown: {}", line(what, whom, word), why.getMessage());
    }

    private String line(String what, Optional<String> whom, Operators.Word word) {
        String until = word.until().isPresent()
                ? " until=" + IsoTime.format(word.until().getAsLong())
                : "";
        return "by=" + word.by().map(SenderNames::oneLine).orElse("?") + " said=" + what + " of="
                + whom.map(names::shown).orElse("the gate") + until;
    }
}
