package io.weirkeeper.http;

import java.util.function.Supplier;

/**
 * A verdict that was read from its topic.
 *
 * @param json the record in JSON; made only if somebody wants it
 */
public record SeenVerdict(String subject, VerdictKind kind, Supplier<String> json) {}
