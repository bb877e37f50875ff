package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What content rules lead to. */
class SpamTest {
    private static final String RULES = """
            content:
              keywords:
                - {id: money, text: free money}
                - {id: lottery, text: lottery, severity: medium}
              patterns: [{id: shorteners, regex: '(?i)bit\\.ly'}]
              repeated: {max: 3, severity: low}
              links: {max: 1, trustedDomains: [youtube.com]}
            """;

    private final GateTrial trial = GateTrial.with(RULES).at("10:00:00");

    @Test
    void aGoodTextPassesWithoutFlags() {
        assertThat(trial.from("a").says("see you at https://youtube.com/watch")).hasToString("ALLOWED");
    }

    @Test
    void highSeverityBlocks() {
        assertThat(trial.from("a").says("FREE   money!")).hasToString("SPAM_CONTENT by money");
    }

    @Test
    void mediumAndLowSeverityOnlyFlag() {
        assertThat(trial.from("a").says("Lottery? aaaaa")).hasToString("ALLOWED flags [lottery, repeated]");
    }

    @Test
    void theFirstMatchThatBlocksNamesTheRule() {
        assertThat(trial.from("a").says("lottery bit.ly/x http://evil.example free money"))
                .hasToString("SPAM_CONTENT by money");
        assertThat(trial.from("a").says("bit.ly/x http://evil.example")).hasToString("SPAM_CONTENT by shorteners");
        assertThat(trial.from("a").says("http://one.example http://two.example"))
                .hasToString("SPAM_CONTENT by links");
    }

    @Test
    void whatIsBlockedIsRememberedAsText() {
        GateTrial both = GateTrial.with(RULES + "duplicates: {window: 10s}\n").at("10:00:00");
        both.from("a").says("free money");

        assertThat(both.at("10:00:05").from("a").says("free money")).hasToString("DUPLICATE by duplicates");
    }

    @Test
    void whatIsBlockedUsesUpNoLimitOnAcceptedMessages() {
        GateTrial limited = GateTrial.with(RULES + "limits: [{id: one, per: [sender], allow: 1 per 1m}]\n")
                .at("10:00:00");
        limited.from("a").says("free money");

        assertThat(limited.from("a").says("hello")).hasToString("ALLOWED");
    }

    @Test
    void aFloodIsStoppedBeforeItsTextIsRead() {
        GateTrial limited = GateTrial.with(
                        RULES + "limits: [{id: flood, per: [sender], allow: 1 per 1m, count: arrivals}]\n")
                .at("10:00:00");

        assertThat(limited.from("a").says("free money")).hasToString("SPAM_CONTENT by money");
        assertThat(limited.from("a").says("free money again")).hasToString("RATE_LIMITED by flood, retry at 10:01:00");
    }

    @Test
    void strikesAreTakenOnceForAllThatMatches() {
        GateTrial strict = GateTrial.with(RULES + """
                  strikes: 2
                penalties: {ladder: [{at: 2, do: timeout, for: 5m}], permanentAt: 4}
                """).at("10:00:00");

        assertThat(strict.from("a").says("free money bit.ly/a http://evil.example"))
                .hasToString("SPAM_CONTENT by money, TIMEOUT until 10:05:00 with 2, retry at 10:05:00");
    }

    @Test
    void anEpisodeLastsAsLongAsStrikesAreRemembered() {
        GateTrial strict = GateTrial.with(RULES + """
                  strikes: 1
                penalties: {window: 1h, ladder: [{at: 1, do: warn}, {at: 2, do: timeout, for: 5m}]}
                """).at("10:00:00");
        strict.from("a").says("free money");

        assertThat(strict.at("10:59:59.999").from("a").says("more free money")).hasToString("SPAM_CONTENT by money");
        assertThat(strict.from("a").says("bit.ly/x"))
                .hasToString("SPAM_CONTENT by shorteners, TIMEOUT until 11:04:59.999 with 2, retry at 11:04:59.999");
    }

    @Test
    void aShadowRuleOnlyFlagsAndHidesNoOtherRule() {
        GateTrial shadow = GateTrial.with("""
                content:
                  keywords: [{id: money, text: free money, mode: shadow}, {id: cash, text: cash}]
                  strikes: 1
                penalties: {ladder: [{at: 1, do: warn}]}
                """).at("10:00:00");

        assertThat(shadow.from("a").says("free money")).hasToString("ALLOWED flags [money]");
        assertThat(shadow.from("a").says("free money is cash")).asString().startsWith("SPAM_CONTENT by cash");
    }

    @Test
    void inAPolicyInShadowAllRulesFlag() {
        GateTrial shadow = GateTrial.with("mode: shadow\n" + RULES).at("10:00:00");

        assertThat(shadow.from("a").says("lottery: free money")).hasToString("ALLOWED flags [money, lottery]");
    }

    @Test
    void aRuleIsForTheMessagesOfItsCondition() {
        GateTrial some = GateTrial.with("""
                admins: [boss]
                trusted: {senders: [friend]}
                content: {links: {max: 0, when: {tier: [normal], channel: [sms]}}}
                """).at("10:00:00");

        assertThat(some.from("a").says("http://evil.example")).hasToString("SPAM_CONTENT by links");
        assertThat(some.from("friend").says("http://evil.example")).hasToString("ALLOWED");
        assertThat(some.from("boss").says("http://evil.example")).asString().startsWith("ALLOWED");
    }

    @Test
    void theClassifierBlocksWhatItTakesForSpam() {
        GateTrial sure =
                GateTrial.with("content: {classifier: {severity: high}}").at("10:00:00");

        assertThat(sure.from("a")
                        .says("WINNER!! You have been selected to receive a £900 prize reward! To claim call"
                                + " 09061701461. Claim code KL341. Valid 12 hours only."))
                .hasToString("SPAM_CONTENT by classifier");
        assertThat(sure.from("a").says("Are we still meeting for lunch tomorrow?"))
                .hasToString("ALLOWED");
    }
}
