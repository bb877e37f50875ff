package io.weirkeeper.config;

import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.parser.Parser;

/** Stops at documents that are nested too deeply, before the recursion of the composer overflows the stack. */
final class BoundedParser implements Parser {
    private static final int DEEPEST = 64;

    private final Parser parser;
    private int depth;
    private int line = 1;

    BoundedParser(Parser parser) {
        this.parser = parser;
    }

    /** The line of the latest event that was looked at, counted from 1. */
    int line() {
        return line;
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
        return parser.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
        return looked(parser.peekEvent());
    }

    @Override
    public boolean hasNext() {
        return parser.hasNext();
    }

    @Override
    public Event next() {
        Event event = looked(parser.next());
        switch (event.getEventId()) {
            case SequenceStart, MappingStart -> depth++;
            case SequenceEnd, MappingEnd -> depth--;
            default -> {}
        }
        if (depth > DEEPEST) {
            throw new ParserException("nested more than " + DEEPEST + " levels deep", event.getStartMark());
        }
        return event;
    }

    private Event looked(Event event) {
        line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(line);
        return event;
    }
}
