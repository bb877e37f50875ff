package io.weirkeeper.it;

import io.weirkeeper.deploy.Manifest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.metadata.storage.Formatter;

/** A broker that knows its users by their passwords and lets each do only what it was granted. */
final class GuardedBroker implements AutoCloseable {
    static final String ADMIN = "admin";

    private static final String LOGIN =
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%1$s\" password=\"%1$s\"";

    private final KafkaRaftServer server;
    private final int port;

    /**
     * @param users each with its name as the password
     */
    GuardedBroker(Path directory, List<String> users) throws Exception {
        port = freePort();
        int controller = freePort();
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(1)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(directory.toString())
                .setDirectories(List.of(directory.toString()))
                .run();
        server = new KafkaRaftServer(new KafkaConfig(settings(directory, users, port, controller), false), Time.SYSTEM);
        server.startup();
    }

    private static Map<String, String> settings(Path directory, List<String> users, int port, int controller) {
        StringBuilder logins = new StringBuilder(LOGIN.formatted(ADMIN)).append(" user_admin=\"admin\"");
        users.forEach(user -> logins.append(" user_%1$s=\"%1$s\"".formatted(user)));
        Map<String, String> settings = new HashMap<>(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "listeners", "SASL_PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller,
                "listener.security.protocol.map", "SASL_PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name", "SASL_PLAINTEXT",
                "controller.listener.names", "CONTROLLER",
                "controller.quorum.voters", "1@127.0.0.1:" + controller,
                "log.dirs", directory.toString(),
                "authorizer.class.name", StandardAuthorizer.class.getName(),
                "super.users", "User:admin;User:ANONYMOUS")); // the controller's listener knows no users
        settings.putAll(Map.of(
                "sasl.enabled.mechanisms", "PLAIN",
                "sasl.mechanism.inter.broker.protocol", "PLAIN",
                "listener.name.sasl_plaintext.plain.sasl.jaas.config", logins + ";",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "group.initial.rebalance.delay.ms", "0",
                "log.cleaner.dedupe.buffer.size", "2097152"));
        settings.put("auto.create.topics.enable", "false");
        settings.put("message.max.bytes", Integer.toString(4 * 1024 * 1024));
        return settings;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The settings of Kafka by which this user comes in. */
    Map<String, String> as(String user) {
        return Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + port,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                LOGIN.formatted(user) + ";");
    }

    /** What Strimzi would grant for this resource. */
    static List<AclBinding> grants(Manifest user) {
        List<AclBinding> grants = new ArrayList<>();
        user.list("/spec/authorization/acls").forEach(acl -> {
            ResourcePattern resource = new ResourcePattern(
                    resource(acl.at("/resource/type").asText()),
                    acl.at("/resource/name").asText(),
                    acl.at("/resource/patternType").asText().equals("prefix")
                            ? PatternType.PREFIXED
                            : PatternType.LITERAL);
            acl.path("operations")
                    .forEach(operation -> grants.add(new AclBinding(
                            resource,
                            new AccessControlEntry(
                                    "User:" + user.name(),
                                    "*",
                                    operation(operation.asText()),
                                    AclPermissionType.ALLOW))));
        });
        return grants;
    }

    private static ResourceType resource(String written) {
        return ResourceType.fromString(written.equals("transactionalId") ? "TRANSACTIONAL_ID" : written);
    }

    /** {@code DescribeConfigs} is {@code DESCRIBE_CONFIGS}. */
    private static AclOperation operation(String written) {
        return AclOperation.fromString(
                written.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT));
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
