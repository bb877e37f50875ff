package io.weirkeeper.registry;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Schema;

/**
 * What the registry said, kept for as long as the process lives: a schema never changes under its id. What is known is
 * answered at once, whether the registry is there or not; what is not known is asked for once, however many threads want it.
 * Thread-safe.
 */
public final class SchemaCache {
    /** How long an id is taken for unknown after the registry said so: its producer may be a moment ahead of a replica. */
    static final Duration UNKNOWN_FOR = Duration.ofSeconds(5);

    /** Ids that nobody knows come out of garbage, any number of them: so many are remembered. */
    static final int MOST_UNKNOWN = 1_000;

    private final RegistryClient client;
    private final Registration registration;
    private final Pace pace;
    private final ConcurrentMap<Integer, WriterSchema> schemas = new ConcurrentHashMap<>();
    private final ConcurrentMap<Written, Integer> ids = new ConcurrentHashMap<>();
    private final ConcurrentMap<Integer, Absence> absences = new ConcurrentHashMap<>();
    private final SingleFlight<Integer, WriterSchema> schemaFlights = new SingleFlight<>();
    private final SingleFlight<Written, Integer> idFlights = new SingleFlight<>();

    private record Written(String subject, Schema schema) {}

    /** That there was nothing to read with under an id, and when the registry said so, in nanoseconds. */
    private record Absence(WriterSchema instead, long at) {}

    SchemaCache(RegistryClient client, Registration registration, Pace pace) {
        this.client = client;
        this.registration = registration;
        this.pace = pace;
    }

    /** An empty cache before the registry. */
    public SchemaCache(RegistryClient client, Registration registration) {
        this(client, registration, Pace.SYSTEM);
    }

    /**
     * What to read with, by the id in the header of a record.
     *
     * @throws RegistryRefused if the registry does not want to say, which says nothing about the id
     * @throws RegistryUnavailable if the id is not known yet and the registry is away
     */
    public WriterSchema byId(int id) {
        WriterSchema known = schemas.get(id);
        if (known != null) {
            return known;
        }
        Absence absence = absences.get(id);
        if (absence != null && pace.nanos() - absence.at() < UNKNOWN_FOR.toNanos()) {
            return absence.instead();
        }
        return schemaFlights.get(id, this::fetch);
    }

    private WriterSchema fetch(int id) {
        WriterSchema known = schemas.get(id);
        if (known != null) {
            // It arrived between the look into the cache and the take-off.
            return known;
        }
        WriterSchema fetched = client.byId(id);
        if (fetched instanceof WriterSchema.Known) {
            schemas.put(id, fetched);
            absences.remove(id);
        } else {
            if (absences.size() >= MOST_UNKNOWN) {
                absences.clear();
            }
            absences.put(id, new Absence(fetched, pace.nanos()));
        }
        return fetched;
    }

    /**
     * The id to write before records of this schema, found as the {@link Registration} says.
     *
     * @throws RegistryRefused if the registry does not take the schema, or must have it already and has not
     * @throws SchemaDiffers if only the latest version may be used and that is another one
     * @throws RegistryUnavailable if the id is not known yet and the registry is away
     */
    public int idOf(String subject, Schema schema) {
        Written written = new Written(subject, schema);
        Integer known = ids.get(written);
        return known != null ? known : idFlights.get(written, this::find);
    }

    private int find(Written written) {
        Integer known = ids.get(written);
        if (known != null) {
            return known;
        }
        int id = switch (registration) {
            case AUTOMATIC -> client.register(written.subject(), written.schema());
            case EXISTING -> existing(written);
            case LATEST -> latest(written);
        };
        ids.put(written, id);
        return id;
    }

    private int existing(Written written) {
        return client.lookUp(written.subject(), written.schema())
                .map(RegisteredSchema::id)
                .orElseThrow(() -> missing(written, "does not have the schema that this release writes"));
    }

    private int latest(Written written) {
        RegisteredSchema latest =
                client.latest(written.subject()).orElseThrow(() -> missing(written, "does not exist"));
        if (!SchemaText.sameBinary(latest.schema(), written.schema())) {
            throw new SchemaDiffers(written.subject(), latest.version());
        }
        return latest.id();
    }

    private static RegistryRefused missing(Written written, String what) {
        return new RegistryRefused(
                404,
                OptionalInt.empty(),
                "subject " + written.subject() + ' ' + what + ", and " + RegistryProperty.AUTO_REGISTER + " is false");
    }
}
