package io.weirkeeper.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * CREATE STREAM or CREATE TABLE, as far as deploy/ksql uses it: with columns, or AS SELECT.
 *
 * @param kind STREAM or TABLE
 * @param columns what is declared; empty with AS SELECT
 * @param properties those of WITH
 * @param query the words of the SELECT; empty without one
 */
record KsqlStatement(
        String kind, String name, List<KsqlColumn> columns, Map<String, String> properties, List<String> query) {
    static final Path FOLDER = Path.of("deploy/ksql");

    /** Where the streams are declared for values in a format. */
    static Path streams(String format) {
        return FOLDER.resolve(format).resolve("streams.sql");
    }

    /** The statements for a format, in the order in which the files are run. */
    static List<KsqlStatement> ofAllFiles(String format) throws IOException {
        List<KsqlStatement> statements = new ArrayList<>();
        for (Path folder : List.of(FOLDER.resolve(format), FOLDER)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".sql"))
                        .sorted()
                        .toList()) {
                    statements.addAll(of(Files.readString(file)));
                }
            }
        }
        return statements;
    }

    /** @throws IllegalArgumentException for anything but such statements, each of which may be run twice */
    static List<KsqlStatement> of(String text) {
        List<KsqlStatement> statements = new ArrayList<>();
        KsqlTokens tokens = KsqlTokens.of(text);
        while (!tokens.atEnd()) {
            statements.add(read(tokens));
        }
        return statements;
    }

    private static KsqlStatement read(KsqlTokens tokens) {
        tokens.expect("CREATE");
        String kind = tokens.next().toUpperCase(Locale.ROOT);
        if (!List.of("STREAM", "TABLE").contains(kind)) {
            throw new IllegalArgumentException("STREAM or TABLE expected, not " + kind);
        }
        tokens.expect("IF", "NOT", "EXISTS");
        String name = tokens.name();
        List<KsqlColumn> columns = new ArrayList<>();
        if (tokens.skip("(")) {
            do {
                columns.add(KsqlColumn.read(tokens));
            } while (tokens.skip(","));
            tokens.expect(")");
        }
        Map<String, String> properties = readProperties(tokens);
        if (tokens.skip("AS")) {
            return new KsqlStatement(kind, name, columns, properties, tokens.untilSemicolon());
        }
        tokens.expect(";");
        return new KsqlStatement(kind, name, columns, properties, List.of());
    }

    private static Map<String, String> readProperties(KsqlTokens tokens) {
        Map<String, String> properties = new TreeMap<>();
        tokens.expect("WITH", "(");
        do {
            String property = tokens.name();
            tokens.expect("=");
            properties.put(property, tokens.next().replaceAll("^'|'$", ""));
        } while (tokens.skip(","));
        tokens.expect(")");
        return properties;
    }

    String topic() {
        return properties.getOrDefault("KAFKA_TOPIC", "");
    }

    /** What the query reads from; empty without one. */
    String source() {
        int from = query.indexOf("FROM");
        return from < 0 ? "" : query.get(from + 1).toUpperCase(Locale.ROOT);
    }
}
