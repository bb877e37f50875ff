package io.weirkeeper.lists;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * An entry of a list, as a file has it.
 *
 * @param line where it begins
 * @param name the sender or the address
 * @param until epoch milliseconds; may have passed
 */
public record ListEntry(long line, String name, Optional<String> reason, OptionalLong until) {}
