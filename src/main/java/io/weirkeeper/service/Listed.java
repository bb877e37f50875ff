package io.weirkeeper.service;

/**
 * A sender or an address that is on a list.
 *
 * @param since epoch milliseconds
 * @param word what was said when it was put there
 */
public record Listed(String name, long since, Operators.Word word) {}
