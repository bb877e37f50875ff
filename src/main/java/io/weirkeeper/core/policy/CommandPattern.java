package io.weirkeeper.core.policy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.weirkeeper.core.message.Message;

/**
 * How the command is read from the text when the message names none: the first group of the pattern, or all it matches
 * when it has no group.
 */
public record CommandPattern(Pattern pattern) {

    /** The message with its command, if it has one. */
    public Message read(Message message) {
        if (message.command().isPresent()) {
            return message;
        }
        Matcher matcher = pattern.matcher(message.body());
        if (!matcher.find()) {
            return message;
        }
        String command = matcher.group(Math.min(1, matcher.groupCount()));
        return command == null ? message : message.withCommand(command);
    }
}
