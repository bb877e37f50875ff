package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.standing.ControlType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Offences within one episode of a rule are one violation. */
class EpisodeTest {
    private final GateTrial trial = GateTrial.with("""
            limits: [{id: sender, per: [sender], allow: 1 per 1m, strikes: 1}]
            """).at("10:00:00");

    @Test
    void offencesOfOneEpisodeAreOneViolation() {
        trial.hears(1, "a");

        List<Outcome> outcomes = trial.from("a").saysSomething(5);

        assertThat(outcomes.stream().flatMap(outcome -> outcome.audit().stream()))
                .containsExactly("VIOLATION sender 1");
    }

    @Test
    void anEpisodeLastsOneWindowOfItsRule() {
        trial.hears(1, "a").at("10:00:30").hears(1, "a");
        trial.at("10:01:00").hears(1, "a");

        Outcome inside = trial.at("10:01:29.999").from("a").says("hello");
        Outcome after = trial.at("10:01:30").from("a").says("hello");

        assertThat(inside.audit()).isEmpty();
        assertThat(after.audit()).containsExactly("VIOLATION sender 2");
    }

    @Test
    void offencesWithinAnEpisodeDoNotProlongIt() {
        trial.hears(2, "a").at("10:00:59").hears(1, "a");
        trial.at("10:01:00").hears(1, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome.audit()).containsExactly("VIOLATION sender 2");
    }

    @Test
    void anEpisodeIsThatOfTheRuleAndNotOfTheSubKey() {
        trial.under("limits: [{id: chat, per: [sender, conversation], allow: 1 per 1m, strikes: 1}]");

        List<String> audit = Stream.of("x", "x", "y", "y", "z", "z")
                .flatMap(conversation -> trial.from("a").in(conversation).saysSomething().audit().stream())
                .toList();

        assertThat(audit).containsExactly("VIOLATION chat 1");
    }

    @Test
    void eachRuleHasEpisodesOfItsOwn() {
        trial.under("""
                        limits:
                          - {id: short, per: [sender], allow: 1 per 10s, strikes: 1}
                          - {id: long, per: [sender], allow: 2 per 1m, strikes: 1}
                        """)
                .hears(1, "a")
                .at("10:00:09")
                .hears(1, "a")
                .at("10:00:10")
                .hears(1, "a");

        Outcome outcome = trial.at("10:00:15").from("a").says("hello");

        assertThat(outcome.audit()).as("that of short runs until 10:00:19").containsExactly("VIOLATION long 2");
    }

    @Test
    void anEpisodeOfDuplicatesLastsAsLongAsStrikesAreKept() {
        trial.under("{duplicates: {window: 10s, strikes: 1}, penalties: {window: 1h}}");
        trial.from("a").says("ok");
        Outcome first = trial.from("a").says("ok");
        trial.at("10:59:55").from("a").says("ok");

        Outcome inside = trial.at("10:59:59.999").from("a").says("ok");
        Outcome after = trial.at("11:00:00").from("a").says("ok");

        assertThat(first.audit()).containsExactly("VIOLATION duplicates 1");
        assertThat(inside.audit()).isEmpty();
        assertThat(after.audit()).containsExactly("VIOLATION duplicates 1");
    }

    @Test
    void aPardonEndsAllEpisodes() {
        trial.hears(2, "a").told(ControlType.PARDON, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome.audit()).containsExactly("VIOLATION sender 1");
    }
}
