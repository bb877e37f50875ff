package io.weirkeeper.scenario;

/** Records as producers write them by hand. */
public final class Json {
    private Json() {}

    /** A message with the fields that every message should have. */
    public static String message(String id, String sender, String body) {
        return "{\"id\":\"%s\",\"channel\":\"sms\",\"sender\":\"%s\",\"body\":\"%s\"}".formatted(id, sender, body);
    }

    /** A word of control with nothing but what it needs. */
    public static String control(String type, String sender) {
        return "{\"type\":\"%s\",\"sender\":\"%s\"}".formatted(type, sender);
    }
}
