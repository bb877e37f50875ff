package io.weirkeeper.deploy;

/**
 * A column, or a field of a STRUCT.
 *
 * @param key whether it is in the key of the record
 */
record KsqlColumn(String name, KsqlType type, boolean key) {

    static KsqlColumn read(KsqlTokens tokens) {
        String name = tokens.name();
        KsqlType type = KsqlType.read(tokens);
        boolean primary = tokens.skip("PRIMARY");
        return new KsqlColumn(name, type, tokens.skip("KEY") || primary);
    }
}
