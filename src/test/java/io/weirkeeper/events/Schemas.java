package io.weirkeeper.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaParser;

/** The schemas of one folder, by full name. */
record Schemas(Map<String, Schema> byName) {
    static final Path CURRENT = Path.of("avro");

    /** Copies as they were when the last release was made: never edited, replaced as a whole by the next release. */
    static final Path RELEASED = CURRENT.resolve("released");

    /** Reads the folder, not those in it; none if there is no such folder. */
    static Schemas in(Path folder) throws IOException {
        Map<String, Schema> byName = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            SchemaParser parser = new SchemaParser();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".avsc"))
                        .sorted()
                        .toList()) {
                    parser.parse(file);
                }
            }
            parser.getParsedNamedSchemas().forEach(schema -> byName.put(schema.getFullName(), schema));
        }
        return new Schemas(byName);
    }

    /** What keeps a reader with these schemas from reading what was written with those. */
    List<String> problemsReading(Schemas released) {
        List<String> problems = new ArrayList<>();
        released.byName().forEach((name, written) -> {
            Schema present = byName.get(name);
            if (present == null) {
                problems.add(name + " is gone");
            } else {
                SchemaCompatibility.SchemaPairCompatibility pair =
                        SchemaCompatibility.checkReaderWriterCompatibility(present, written);
                if (pair.getType() != SchemaCompatibilityType.COMPATIBLE) {
                    pair.getResult()
                            .getIncompatibilities()
                            .forEach(i -> problems.add(name + i.getLocation() + ": " + i.getType()));
                }
            }
        });
        return problems;
    }
}
