package io.weirkeeper;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may know whom: data flows one way, decisions are pure, and the embedded broker stays where it is. */
class ArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.weirkeeper");

    /** What Avro makes of the schemas. */
    private static final String GENERATED = "io.weirkeeper.events";

    /** Each package, and all of ours that it may use besides itself. */
    @ParameterizedTest(name = "{0} uses {1}")
    @CsvSource(delimiter = '|', textBlock = """
            core..           |
            core.message     |
            core.limit       |
            core.penalty     |
            core.standing    | core.penalty
            core.delivery    |
            core.hold        | core.message core.standing
            core.verdict     | core.message core.penalty core.hold
            core.tally       | core.verdict
            core.classify    | core.message
            core.policy      | core.message core.limit core.penalty core.standing core.verdict core.classify
            core.content     | core.message core.policy core.classify
            core.gate        | core.message core.limit core.penalty core.standing core.verdict core.policy core.hold core.delivery core.content core.tally
            topics           |
            events..         | core.. topics
            registry         | events.. core.. topics
            classifier       | core.classify core.message
            config           | core.. topics classifier
            policies         | core.. events.wire config topics
            streams.codec    | core.. events.wire
            streams.store    | core.. streams.codec
            streams..        | core.. events.wire topics policies
            simulate         | core.. events.wire topics
            scenario         | core.. simulate
            metrics          | core.. streams
            service          | core.. policies events.wire topics config streams registry
            lists            | core.standing events.wire config streams service
            query            | core.. policies events.wire config streams streams.codec service
            http             | core.. policies events.wire topics config streams service metrics query
            dev              | core.. policies events.wire topics config streams service registry http metrics query
            cli              | core.. policies events.wire topics config lists simulate scenario service dev classifier registry http metrics query
            """)
    void dataFlowsOneWay(String user, String used) {
        String[] allowed = ((used == null ? "" : used + " ") + user).split(" ");
        for (int i = 0; i < allowed.length; i++) {
            allowed[i] = ours(allowed[i]);
        }

        noClasses()
                .that()
                .resideInAPackage(ours(user))
                .should()
                .dependOnClassesThat(resideInAPackage("io.weirkeeper..").and(not(resideInAnyPackage(allowed))))
                .check(MAIN);
    }

    @Test
    void everyPackageHasItsPlaceInTheTable() {
        Set<String> known = Set.of(
                "cli",
                "classifier",
                "config",
                "core",
                "dev",
                "events",
                "http",
                "lists",
                "metrics",
                "policies",
                "query",
                "registry",
                "scenario",
                "service",
                "simulate",
                "streams",
                "topics");

        Set<String> packages = MAIN.stream()
                .map(JavaClass::getPackageName)
                .map(name -> name.substring("io.weirkeeper.".length()).split("\\.")[0])
                .collect(Collectors.toSet());

        assertThat(known).containsAll(packages);
    }

    @Test
    void decisionsUseTheJdkAndRe2Only() {
        classes()
                .that()
                .resideInAPackage(ours("core.."))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(ours("core.."), "java..", "com.google.re2j..", "org.jspecify..")
                .check(MAIN);
    }

    @Test
    void decisionsReadNoClockAndNoDice() {
        noClasses()
                .that()
                .resideInAPackage(ours("core.."))
                .should()
                .callMethodWhere(call("currentTimeMillis", "nanoTime", "now", "systemUTC", "random", "randomUUID"))
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, InstantSource.class, Random.class, Thread.class)
                .check(MAIN);
    }

    @Test
    void onlyTheStreamsAndWhatStartsThemReadTheWallClock() {
        noClasses()
                .that()
                .resideInAnyPackage(ours("config.."), ours("events.."), ours("simulate.."), ours("topics.."))
                .should()
                .callMethodWhere(call("currentTimeMillis", "now", "systemUTC"))
                .check(MAIN);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("io.weirkeeper.(**)").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void policiesRecordsAndSimulationWorkWithoutKafka() {
        noClasses()
                .that()
                .resideInAnyPackage(ours("config.."), ours("events.."), ours("simulate.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "kafka..")
                .check(MAIN);
    }

    @Test
    void onlyEventsAndRegistryKnowAvroAndOnlyConfigKnowsYaml() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ours("events.."), ours("registry"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.avro..")
                .check(MAIN);
        noClasses()
                .that()
                .resideOutsideOfPackage(ours("config"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.snakeyaml..")
                .check(MAIN);
    }

    @Test
    void theEmbeddedBrokerIsThatOfDevOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ours("dev"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "kafka..",
                        "org.apache.kafka.server..",
                        "org.apache.kafka.metadata..",
                        "org.apache.kafka.raft..",
                        "org.apache.kafka.controller..",
                        "org.apache.kafka.storage..")
                .check(MAIN);
    }

    @Test
    void onlyHttpKnowsItsServerAndOnlyMetricsKnowsMicrometer() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ours("http"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "jakarta..", "org.eclipse.jetty..")
                .check(MAIN);
        noClasses()
                .that()
                .resideOutsideOfPackage(ours("metrics"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micrometer..", "io.prometheus..")
                .check(MAIN);
    }

    @Test
    void thereIsOneLogger() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.apache.log4j..", "org.apache.logging..")
                .check(MAIN);
    }

    @Test
    void onlyTheCommandLineEndsTheProcessOrPrints() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ours("cli"))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(MAIN);
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItIs() {
        Set<JavaPackage> packages = MAIN.stream()
                .map(JavaClass::getPackage)
                .filter(each -> !each.getName().equals(GENERATED))
                .collect(Collectors.toSet());

        assertThat(packages)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.isAnnotatedWith(NullMarked.class))
                        .as(each.getName())
                        .isTrue());
    }

    private static DescribedPredicate<JavaMethodCall> call(String... names) {
        Set<String> wanted = Set.of(names);
        return DescribedPredicate.describe(
                "of " + wanted + " of the JDK",
                call -> wanted.contains(call.getName())
                        && call.getTargetOwner().getPackageName().startsWith("java."));
    }

    private static String ours(String part) {
        return "io.weirkeeper." + part;
    }
}
