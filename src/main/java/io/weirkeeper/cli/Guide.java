package io.weirkeeper.cli;

import io.weirkeeper.config.Settings;
import io.weirkeeper.topics.Topics;
import java.io.PrintWriter;

/** What `weir dev` says when it is ready: what runs where, and what to type next. */
final class Guide {
    private Guide() {}

    static void print(PrintWriter out, Settings settings, String policy) {
        String broker = settings.bootstrapServers();
        Topics topics = settings.topics();
        String option = broker.equals(Settings.DEFAULT_BOOTSTRAP_SERVERS) ? "" : " -b " + broker;
        out.println();
        out.println(Terminal.Colour.BOLD.of("Weirkeeper is running."));
        out.println("  broker   " + broker);
        out.println("  policy   " + policy);
        out.println("  state    " + settings.stateDirectory());
        out.println("  topics   " + topics.inboundMessages() + " -> " + String.join(", ", topics.verdicts()));
        out.println();
        out.println("Send a message (six of them within a minute, and the sixth is blocked):");
        out.println("  echo '{\"channel\":\"sms\",\"sender\":\"+15550100\",\"body\":\"hello\"}' \\");
        out.println("    | kcat -P -b " + broker + " -t " + topics.inboundMessages()
                + " -k +15550100 -X topic.partitioner=murmur2_random");
        out.println("Read the verdicts:");
        out.println("  kcat -C -b " + broker + " -q -o beginning -t " + topics.allowedMessages());
        out.println("  kcat -C -b " + broker + " -q -o beginning -t " + topics.blockedMessages());
        out.println("  ./weir tail" + option);
        out.println("Speak as an operator:");
        out.println("  ./weir sender block +15550100 --reason \"sells watches\"" + option);
        out.println("  ./weir sender pardon +15550100" + option);
        out.println();
        out.println("Ctrl-C stops it.");
        out.println();
        out.flush();
    }
}
