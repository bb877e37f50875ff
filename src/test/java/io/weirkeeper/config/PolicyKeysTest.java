package io.weirkeeper.config;

import static io.weirkeeper.config.Policies.valid;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.message.MessageField;
import io.weirkeeper.core.penalty.Ladder;
import io.weirkeeper.core.policy.Condition;
import io.weirkeeper.core.policy.ContentRules;
import io.weirkeeper.core.policy.DuplicateRule;
import io.weirkeeper.core.policy.Mode;
import io.weirkeeper.core.policy.NoticeTexts;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.policy.QueueRule;
import io.weirkeeper.core.verdict.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each key of a policy means; limits, penalties and what makes messages wait have tests of their own. */
class PolicyKeysTest {

    @Test
    void aPolicyThatSaysNothingEnforcesNothing() {
        assertThat(valid("{}"))
                .isEqualTo(new Policy(
                        0,
                        "policy",
                        Mode.ENFORCE,
                        MessageField.SENDER,
                        false,
                        OptionalLong.empty(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        ContentRules.NONE,
                        Ladder.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        QueueRule.DEFAULT,
                        List.of(),
                        Optional.empty()));
    }

    @Test
    void nameIsTheNameOfThePolicy() {
        assertThat(valid("name: llm-bot").name()).isEqualTo("llm-bot");
    }

    @Test
    void modeIsEnforceOrShadow() {
        assertThat(valid("mode: enforce").mode()).isEqualTo(Mode.ENFORCE);
        assertThat(valid("mode: shadow").mode()).isEqualTo(Mode.SHADOW);
    }

    @Test
    void keyedByIsSenderOrRecipient() {
        assertThat(valid("keyedBy: sender").keyedBy()).isEqualTo(MessageField.SENDER);
        assertThat(valid("keyedBy: recipient").keyedBy()).isEqualTo(MessageField.RECIPIENT);
    }

    @Test
    void registeredOnlyIsTrueOrFalse() {
        assertThat(valid("registeredOnly: true").registeredOnly()).isTrue();
        assertThat(valid("registeredOnly: false").registeredOnly()).isFalse();
    }

    @Test
    void maxAgeIsADuration() {
        assertThat(valid("maxAge: 10m").maxAge()).hasValue(600_000);
    }

    @Test
    void admissionListsAreReadAsTheyAreWritten() {
        Policy policy = valid("""
                admins: ["+15550100", ON]
                blocked: {senders: [+15550102, 0x10, null], addresses: [192.0.2.1, "2001:db8::1"]}
                trusted: {senders: [007, 1.0], factor: 3}
                """);

        assertThat(policy.admins()).containsExactlyInAnyOrder("+15550100", "ON");
        assertThat(policy.blockedSenders()).containsExactlyInAnyOrder("+15550102", "0x10", "null");
        assertThat(policy.blockedAddresses()).containsExactlyInAnyOrder("192.0.2.1", "2001:db8::1");
        assertThat(policy.trustedSenders()).containsExactlyInAnyOrder("007", "1.0");
        assertThat(policy.trustedFactor()).isEqualTo(3);
    }

    @Test
    void commandsPatternReadsTheCommandFromTheText() {
        Policy policy = valid("commands: {pattern: \"^[!/](\\\\w+)\"}");

        Message read = policy.commands().orElseThrow().read(Message.of("1", "sms", "+1555", "/lapor now", 0));

        assertThat(read.command()).hasValue("lapor");
    }

    @Test
    void duplicatesNeedNoMoreThanAWindow() {
        assertThat(valid("duplicates: {window: 10s}").duplicates())
                .hasValue(new DuplicateRule(10_000, Set.of(MessageField.SENDER), 0, Mode.ENFORCE, Condition.ALWAYS));
    }

    @Test
    void duplicatesArePerSubjectUnlessThePolicySaysOtherwise() {
        assertThat(valid("keyedBy: recipient\nduplicates: {window: 10s}")
                        .duplicates()
                        .orElseThrow()
                        .per())
                .containsExactly(MessageField.RECIPIENT);
    }

    @Test
    void duplicatesTakeAllThatRulesTake() {
        assertThat(valid("""
                                duplicates:
                                  window: 1d
                                  per: [sender, conversation]
                                  strikes: 2
                                  mode: shadow
                                  when: {channel: [sms]}
                                """).duplicates())
                .hasValue(new DuplicateRule(
                        86_400_000,
                        Set.of(MessageField.SENDER, MessageField.CONVERSATION),
                        2,
                        Mode.SHADOW,
                        new Condition(Map.of(MessageField.CHANNEL, Set.of("sms")), Set.of())));
    }

    @Test
    void noticesAreEnglishAndOncePerMinuteUnlessThePolicySaysOtherwise() {
        assertThat(valid("notices: {}").notices()).hasValue(new NoticeTexts("en", 60_000, Map.of()));
    }

    @Test
    void noticesHaveALanguageAPaceAndTextsByReason() {
        assertThat(valid("""
                                notices:
                                  language: PT-br
                                  atMostOncePer: 10m
                                  texts:
                                    pt-BR: {RATE_LIMITED: "{rule}: {retryIn}, {retryAt}", BLOCKLISTED: ""}
                                """).notices())
                .hasValue(new NoticeTexts(
                        "pt-br",
                        600_000,
                        Map.of(
                                "pt-br",
                                Map.of(Reason.RATE_LIMITED, "{rule}: {retryIn}, {retryAt}", Reason.BLOCKLISTED, ""))));
    }

    @Test
    void noticesInEnglishIndonesianAndSpanishNeedNoTexts() {
        for (String language : List.of("en", "id", "es")) {
            assertThat(valid("notices: {language: " + language + "}")
                            .notices()
                            .orElseThrow()
                            .language())
                    .isEqualTo(language);
        }
    }

    @Test
    void noticesTakeATextForEveryReason() {
        for (Reason reason : Reason.values()) {
            Policy policy = valid("notices: {texts: {en: {" + reason + ": Wait.}}}");

            assertThat(policy.notices().orElseThrow().texts()).isEqualTo(Map.of("en", Map.of(reason, "Wait.")));
        }
    }

    @Test
    void noticesMayBeWithoutAPause() {
        assertThat(valid("notices: {atMostOncePer: 0s}").notices().orElseThrow().atMostOncePer())
                .isZero();
    }
}
