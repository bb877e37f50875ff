package io.weirkeeper.http;

import io.weirkeeper.config.SenderNames;
import io.weirkeeper.events.wire.IsoTime;
import io.weirkeeper.service.Operators;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line of the log for everything that an operator changes over HTTP: who, what, of whom, and the id under which it was said. */
record Audit(SenderNames names) {
    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);

    void said(String what, Optional<String> whom, Operators.Word word, String id) {
        LOG.info(
                "by={} said={} of={}{} id={}",
                word.by().map(SenderNames::oneLine).orElse("?"),
                what,
                whom.map(names::shown).orElse("the gate"),
                word.until().isPresent()
                        ? " until=" + IsoTime.format(word.until().getAsLong())
                        : "",
                id);
    }
}
