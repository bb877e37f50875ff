package io.weirkeeper.config;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * A YAML 1.2 document as a tree of nodes. No node is ever turned into an object by its tag: a scalar is the text that was
 * written, and who reads it says what it should be.
 */
public final class YamlDocument {
    private static final int MOST_CODE_POINTS = 16 * 1024 * 1024;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(MOST_CODE_POINTS)
            .setAllowNonScalarKeys(true)
            .build();

    private YamlDocument() {}

    /** The root of the one document in the text; without it, the problems say why. */
    public static Optional<YamlValue> read(String text, Problems problems) {
        if (text.codePointCount(0, text.length()) > MOST_CODE_POINTS) {
            problems.add("", 1, "the document is longer than " + MOST_CODE_POINTS + " characters");
            return Optional.empty();
        }
        OptionalInt longLine = LongLines.first(text);
        if (longLine.isPresent()) {
            problems.add("", longLine.getAsInt(), "a line of more than " + LongLines.LONGEST + " characters; break it");
            return Optional.empty();
        }
        BoundedParser parser = new BoundedParser(new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text)));
        try {
            return single(new Composer(SETTINGS, parser), parser, problems);
        } catch (ReaderException e) {
            problems.add("", lineAt(text, e.getPosition()), unreadable(e));
        } catch (YamlVersionException e) {
            problems.add("", parser.line(), "not valid YAML: only versions 1.x are known");
        } catch (MarkedYamlEngineException e) {
            problems.add("", line(e, parser), "not valid YAML: " + explanation(e));
        } catch (YamlEngineException e) {
            problems.add("", parser.line(), "not valid YAML: " + oneLine(String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    private static Optional<YamlValue> single(Composer composer, BoundedParser parser, Problems problems) {
        if (!composer.hasNext()) {
            problems.add("", 1, "the document is empty");
            return Optional.empty();
        }
        Node root = composer.next();
        if (composer.hasNext()) {
            problems.add("", parser.line(), "a second document; only one is allowed");
            return Optional.empty();
        }
        YamlValue value = new YamlValue("", YamlValue.lineOf(root), root, problems);
        if (value.isAbsent()) {
            problems.add("", 1, "the document is empty");
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private static String unreadable(ReaderException e) {
        return String.format("not valid YAML: the character U+%04X is not allowed", e.getCodePoint());
    }

    private static int line(MarkedYamlEngineException e, BoundedParser parser) {
        return e.getProblemMark()
                .or(e::getContextMark)
                .map(Mark::getLine)
                .map(line -> line + 1)
                .orElseGet(parser::line);
    }

    private static String explanation(MarkedYamlEngineException e) {
        String context = Objects.requireNonNullElse(e.getContext(), "");
        String problem = Objects.requireNonNullElse(e.getProblem(), "");
        return oneLine(context.isEmpty() || problem.isEmpty() ? context + problem : context + ", " + problem);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static int lineAt(String text, int codePoint) {
        return 1
                + (int) text.codePoints()
                        .limit(codePoint)
                        .filter(c -> c == '\n')
                        .count();
    }
}
