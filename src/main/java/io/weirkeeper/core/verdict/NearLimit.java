package io.weirkeeper.core.verdict;

/**
 * A message that was let on has left a limit with hardly any room: at most a tenth.
 *
 * @param rule the id of the limit
 */
public record NearLimit(String rule) implements Effect {}
