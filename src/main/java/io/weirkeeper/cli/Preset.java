package io.weirkeeper.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Files that come with the program: they are those of examples/. */
enum Preset {
    /** What `weir dev` judges by when nobody says. */
    DEFAULT("/examples/policies/sms-webhook.yaml");

    private static final String DEMO_MESSAGES = "/examples/irc-2000.jsonl";

    private final String resource;

    Preset(String resource) {
        this.resource = resource;
    }

    String yaml() {
        return text(resource);
    }

    /** Real chat messages, one JSON object a line. */
    static List<String> demoMessages() {
        return text(DEMO_MESSAGES).lines().toList();
    }

    private static String text(String resource) {
        try (InputStream in = Preset.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing in this installation: " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
