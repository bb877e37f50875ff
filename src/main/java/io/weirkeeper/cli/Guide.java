package io.weirkeeper.cli;

import io.weirkeeper.config.Settings;
import io.weirkeeper.service.Formats;
import io.weirkeeper.topics.Topics;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** What `weir dev` says when it is ready: what runs where, and what to type next. */
final class Guide {
    private static final String MESSAGE =
            "  echo '{\"channel\":\"sms\",\"sender\":\"+15550100\",\"body\":\"hello\"}' \\";

    private final PrintWriter out;
    private final String broker;
    private final Topics topics;
    private final String url;
    private final String authorized;

    private Guide(PrintWriter out, Settings settings, String url) {
        this.out = out;
        this.broker = settings.bootstrapServers();
        this.topics = settings.topics();
        this.url = url;
        this.authorized = settings.http().hasTokens() ? "-H \"Authorization: Bearer $TOKEN\" " : "";
    }

    static void print(PrintWriter out, Settings settings, String url, String policy) {
        Guide guide = new Guide(out, settings, url);
        String registry = settings.kafka().get(Formats.REGISTRY_URL);
        guide.head(settings, registry, policy);
        if (registry == null) {
            guide.inJson();
        } else {
            guide.inAvro(registry);
        }
        out.println();
        out.println("Ctrl-C stops it.");
        out.println();
        out.flush();
    }

    private void head(Settings settings, @Nullable String registry, String policy) {
        out.println();
        out.println(Terminal.Colour.BOLD.of("Weirkeeper is running."));
        out.println("  broker   " + broker);
        out.println("  HTTP     " + url);
        if (registry != null) {
            out.println("  registry " + registry);
        }
        out.println("  policy   " + policy);
        out.println("  state    " + settings.stateDirectory());
        out.println("  topics   " + topics.inboundMessages() + " -> " + String.join(", ", topics.verdicts()));
        out.println();
    }

    private void inJson() {
        String option = broker.equals(Settings.DEFAULT_BOOTSTRAP_SERVERS) ? "" : " -b " + broker;
        out.println("Send a message (six of them within a minute, and the sixth is blocked):");
        out.println(MESSAGE);
        out.println("    | kcat -P -b " + broker + " -t " + topics.inboundMessages()
                + " -k +15550100 -X topic.partitioner=murmur2_random");
        out.println("Read the verdicts:");
        out.println("  kcat -C -b " + broker + " -q -o beginning -t " + topics.allowedMessages());
        out.println("  kcat -C -b " + broker + " -q -o beginning -t " + topics.blockedMessages());
        out.println("  ./weir tail" + option);
        speak(option);
    }

    /** The variables serve the examples in other languages too; with the option a shell without them gets an error, not JSON. */
    private void inAvro(String registry) {
        String option = " --format avro";
        out.println("Say where it is, in the shell of what follows:");
        out.println("  export WEIR_KAFKA_BOOTSTRAP_SERVERS=" + broker);
        out.println("  export WEIR_KAFKA_SCHEMA_REGISTRY_URL=" + registry);
        out.println("Send a message (six of them within a minute, and the sixth is blocked):");
        out.println(MESSAGE);
        out.println("    | ./weir send" + option);
        out.println("Read the verdicts:");
        out.println("  ./weir tail --from-beginning" + option);
        speak(option);
        out.println("Producers and responders in other languages: examples/responders, with the same variables.");
    }

    private void speak(String option) {
        out.println("Speak as an operator:");
        out.println("  ./weir sender block +15550100 --reason \"sells watches\"" + option);
        out.println("  ./weir sender pardon +15550100" + option);
        out.println("Change the rules while it runs:");
        out.println("  ./weir policy show" + option + " > policy.yaml");
        out.println("  ./weir policy apply policy.yaml" + option);
        out.println("Ask over HTTP (/openapi.json lists what can be asked):");
        out.println("  curl -N " + authorized + url + "/v1/verdicts");
        out.println("  curl " + url + "/readyz");
    }
}
