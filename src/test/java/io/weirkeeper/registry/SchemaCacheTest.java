package io.weirkeeper.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemaCacheTest {
    private static final Schema SCHEMA =
            SchemaBuilder.record("R").fields().requiredInt("n").endRecord();
    private static final Schema DOCUMENTED = SchemaBuilder.record("R")
            .doc("More words.")
            .fields()
            .requiredInt("n")
            .endRecord();
    private static final Schema OTHER =
            SchemaBuilder.record("R").fields().requiredLong("n").endRecord();

    private final HandPace pace = new HandPace();
    private FakeRegistry registry;

    @BeforeEach
    void start() throws IOException {
        registry = FakeRegistry.start();
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void whatIsKnownDoesNotNeedTheRegistry() throws IOException {
        SchemaCache cache = cache(Registration.AUTOMATIC);
        int id = cache.idOf("s", SCHEMA);
        WriterSchema schema = cache.byId(id);
        registry.close();

        assertThat(cache.idOf("s", SCHEMA)).isEqualTo(id);
        assertThat(cache.byId(id)).isSameAs(schema);
    }

    @Test
    void theSameSchemaOfAnotherSubjectIsAnotherQuestion() throws IOException {
        SchemaCache cache = cache(Registration.AUTOMATIC);

        cache.idOf("s", SCHEMA);
        cache.idOf("t", SCHEMA);
        cache.idOf("s", SCHEMA);

        assertThat(registry.requests()).containsExactly("POST /subjects/s/versions", "POST /subjects/t/versions");
    }

    @Test
    void anUnknownIdIsNotAskedForAgainAtOnceButSoon() throws IOException {
        SchemaCache cache = cache(Registration.AUTOMATIC);

        assertThat(cache.byId(1)).isEqualTo(new WriterSchema.Unknown());
        registry.add("s", SCHEMA.toString());
        pace.advance(SchemaCache.UNKNOWN_FOR.minusNanos(1));
        assertThat(cache.byId(1)).isEqualTo(new WriterSchema.Unknown());
        pace.advance(Duration.ofNanos(1));
        assertThat(cache.byId(1)).isEqualTo(new WriterSchema.Known(SCHEMA));

        assertThat(registry.requests()).hasSize(2);
    }

    @Test
    void unknownIdsDoNotFillTheMemory() throws IOException {
        SchemaCache cache = cache(Registration.AUTOMATIC);
        for (int id = 1; id <= SchemaCache.MOST_UNKNOWN + 1; id++) {
            cache.byId(id);
        }

        cache.byId(1);
        cache.byId(SchemaCache.MOST_UNKNOWN + 1);

        assertThat(registry.requests()).hasSize(SchemaCache.MOST_UNKNOWN + 2);
    }

    @Test
    void aRegistryThatIsAwayIsNotRemembered() throws IOException {
        SchemaCache cache = cache(Registration.AUTOMATIC);
        registry.add("s", SCHEMA.toString());
        registry.setAway(true);
        assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(() -> cache.byId(1));

        registry.setAway(false);

        assertThat(cache.byId(1)).isEqualTo(new WriterSchema.Known(SCHEMA));
    }

    @Test
    void manyThreadsAskForASchemaOnce() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        registry.add("s", SCHEMA.toString());
        registry.then(exchange -> {
            asked.countDown();
            await(answer);
            FakeRegistry.send(exchange, 200, "{\"schema\": \"\\\"int\\\"\"}");
        });
        SchemaCache cache = cache(Registration.AUTOMATIC);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<WriterSchema>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(() -> cache.byId(1)));
            }
            await(asked);
            answer.countDown();

            for (Future<WriterSchema> each : answers) {
                assertThat(each.get(10, TimeUnit.SECONDS))
                        .isEqualTo(new WriterSchema.Known(Schema.create(Schema.Type.INT)));
            }
            assertThat(registry.requests()).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatMustBeThereAlreadyIsLookedUp() throws IOException {
        SchemaCache cache = cache(Registration.EXISTING);

        assertThatExceptionOfType(RegistryRefused.class)
                .isThrownBy(() -> cache.idOf("s", SCHEMA))
                .withMessage("subject s does not have the schema that this release writes, and auto.register.schemas is"
                        + " false");
        int id = registry.add("s", SCHEMA.toString());
        assertThat(cache.idOf("s", SCHEMA)).isEqualTo(id);
    }

    @Test
    void theLatestVersionIsTakenIfItsBinaryIsTheSame() throws IOException {
        SchemaCache cache = cache(Registration.LATEST);
        registry.add("s", SCHEMA.toString());
        int latest = registry.add("s", DOCUMENTED.toString());

        assertThat(cache.idOf("s", SCHEMA)).isEqualTo(latest);
    }

    @Test
    void theLatestVersionIsNotTakenIfItsBinaryIsAnother() throws IOException {
        SchemaCache cache = cache(Registration.LATEST);
        registry.add("s", SCHEMA.toString());
        registry.add("s", OTHER.toString());

        assertThatExceptionOfType(SchemaDiffers.class)
                .isThrownBy(() -> cache.idOf("s", SCHEMA))
                .withMessage("subject s: version 2 is the latest, and its fields are not those that this release"
                        + " writes");
    }

    @Test
    void thereMustBeALatestVersion() throws IOException {
        assertThatExceptionOfType(RegistryRefused.class)
                .isThrownBy(() -> cache(Registration.LATEST).idOf("s", SCHEMA))
                .withMessageStartingWith("subject s does not exist");
    }

    private SchemaCache cache(Registration registration) throws IOException {
        return new SchemaCache(Registries.client(pace, registry.url()), registration, pace);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
