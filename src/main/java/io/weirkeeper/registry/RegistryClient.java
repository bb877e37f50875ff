package io.weirkeeper.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.Schema;

/**
 * Confluent's REST API of a schema registry, as far as Avro needs it. Remembers nothing; {@link SchemaCache} does. Thread-safe; all
 * calls block, for at most {@link CallLimits#total()}, and throw {@link RegistryRefused} for a no and {@link
 * RegistryUnavailable} if there is no answer.
 */
public final class RegistryClient {
    private static final String AVRO = "AVRO";

    private final RegistryHttp http;

    RegistryClient(RegistrySettings settings, CallLimits limits, Pace pace) throws IOException {
        this.http = new RegistryHttp(settings, limits, pace);
    }

    /**
     * A client; connects when it is asked something.
     *
     * @throws IOException if a store of certificates or keys cannot be read; the message names it
     */
    public static RegistryClient open(RegistrySettings settings, CallLimits limits) throws IOException {
        return new RegistryClient(settings, limits, Pace.SYSTEM);
    }

    /** Makes the schema the next version of the subject, unless it is a version already; its id. */
    public int register(String subject, Schema schema) {
        Call call = Call.post("/subjects/" + Call.quoted(subject) + "/versions", body(schema));
        return number(call, http.ask(call), "id");
    }

    /** The version of the subject that the schema is; empty if it is none, or there is no such subject. */
    public Optional<RegisteredSchema> lookUp(String subject, Schema schema) {
        Call call = Call.post("/subjects/" + Call.quoted(subject), body(schema));
        return find(call, json -> registered(call, subject, json));
    }

    /** The latest version of the subject; empty if there is no such subject. */
    public Optional<RegisteredSchema> latest(String subject) {
        Call call = Call.get("/subjects/" + Call.quoted(subject) + "/versions/latest");
        return find(call, json -> registered(call, subject, json));
    }

    /** What has this id, in whatever subject. */
    public WriterSchema byId(int id) {
        Call call = Call.get("/schemas/ids/" + id);
        return find(call, json -> writerSchema(call, json)).orElseGet(WriterSchema.Unknown::new);
    }

    /** Whether the schema may follow the latest version of the subject. Any may if there is no such subject. */
    public CompatibilityCheck check(String subject, Schema schema) {
        Call call = Call.post(
                "/compatibility/subjects/" + Call.quoted(subject) + "/versions/latest?verbose=true", body(schema));
        return find(call, json -> {
                    List<String> problems = new ArrayList<>();
                    json.path("messages").forEach(message -> problems.add(message.asText()));
                    if (json.hasNonNull("reason")) {
                        // Apicurio's word for it
                        problems.add(json.path("reason").asText());
                    }
                    JsonNode compatible = json.path("is_compatible");
                    if (!compatible.isBoolean()) {
                        throw unexpected(call, "is_compatible");
                    }
                    return new CompatibilityCheck(compatible.booleanValue(), problems);
                })
                .orElseGet(() -> new CompatibilityCheck(true, List.of()));
    }

    /** What the registry demands of this subject in particular; empty if nothing in particular. */
    public Optional<Compatibility> compatibility(String subject) {
        Call call = Call.get("/config/" + Call.quoted(subject));
        return find(call, json -> {
            String level = field(call, json, "compatibilityLevel").asText();
            try {
                return Compatibility.valueOf(level);
            } catch (IllegalArgumentException e) {
                throw unexpected(call, "compatibilityLevel");
            }
        });
    }

    /** Sets what the registry demands of the next versions of this subject. */
    public void demand(String subject, Compatibility compatibility) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("compatibility", compatibility.name());
        http.ask(Call.put("/config/" + Call.quoted(subject), body));
    }

    private <T> Optional<T> find(Call call, Function<JsonNode, T> reader) {
        JsonNode json;
        try {
            json = http.ask(call);
        } catch (RegistryRefused e) {
            if (e.isNotFound()) {
                return Optional.empty();
            }
            throw e;
        }
        return Optional.of(reader.apply(json));
    }

    private static JsonNode body(Schema schema) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("schema", SchemaText.portable(schema).toString());
    }

    private static RegisteredSchema registered(Call call, String subject, JsonNode json) {
        int id = number(call, json, "id");
        int version = number(call, json, "version");
        if (writerSchema(call, json) instanceof WriterSchema.Known known) {
            return new RegisteredSchema(subject, id, version, known.schema());
        }
        throw unexpected(call, "schema");
    }

    private static WriterSchema writerSchema(Call call, JsonNode json) {
        String type = json.path("schemaType").asText(AVRO);
        if (!type.equals(AVRO)) {
            return new WriterSchema.Unusable("is not Avro");
        }
        if (!json.path("references").isEmpty()) {
            return new WriterSchema.Unusable("refers to schemas of other subjects");
        }
        String text = field(call, json, "schema").asText();
        try {
            return new WriterSchema.Known(SchemaText.parse(text));
        } catch (RuntimeException e) {
            // Avro has several ways to stumble over what others registered; none may stop the gate.
            return new WriterSchema.Unusable("is not a schema that Avro can read");
        }
    }

    private static int number(Call call, JsonNode json, String name) {
        JsonNode field = field(call, json, name);
        if (!field.canConvertToInt() || !field.isIntegralNumber()) {
            throw unexpected(call, name);
        }
        return field.intValue();
    }

    private static JsonNode field(Call call, JsonNode json, String name) {
        JsonNode field = json.path(name);
        if (field.isMissingNode() || field.isNull()) {
            throw unexpected(call, name);
        }
        return field;
    }

    private static RegistryUnavailable unexpected(Call call, String field) {
        return new RegistryUnavailable(call + ": the answer is not that of a registry: no usable " + field);
    }
}
