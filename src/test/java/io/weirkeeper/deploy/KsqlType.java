package io.weirkeeper.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A type of ksqlDB.
 *
 * @param name such as VARCHAR, or ARRAY, MAP, STRUCT
 * @param fields of a STRUCT
 * @param parts of an ARRAY (the element) or a MAP (key and value)
 */
record KsqlType(String name, List<KsqlColumn> fields, List<KsqlType> parts) {

    /** Reads one, as far as it goes. */
    static KsqlType read(KsqlTokens tokens) {
        String name = tokens.next().toUpperCase(Locale.ROOT);
        List<KsqlColumn> fields = new ArrayList<>();
        List<KsqlType> parts = new ArrayList<>();
        if (tokens.skip("<")) {
            do {
                if (name.equals("STRUCT")) {
                    fields.add(new KsqlColumn(tokens.name(), read(tokens), false));
                } else {
                    parts.add(read(tokens));
                }
            } while (tokens.skip(","));
            tokens.expect(">");
        }
        return new KsqlType(name, fields, parts);
    }
}
