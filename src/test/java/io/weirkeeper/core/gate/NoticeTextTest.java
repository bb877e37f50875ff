package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.policy.NoticeTexts;
import io.weirkeeper.core.verdict.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which text is chosen, and how its placeholders are filled. */
class NoticeTextTest {
    private static final long AT = TrialTime.of("10:00:00");
    private static final OptionalLong NEVER = OptionalLong.empty();

    private static Optional<String> text(Map<String, Map<Reason, String>> own, String language, Reason reason) {
        return text(own, language, reason, OptionalLong.of(AT + 30_000));
    }

    private static Optional<String> text(
            Map<String, Map<Reason, String>> own, String language, Reason reason, OptionalLong retryAt) {
        Refusal refusal = new Refusal(reason, Optional.of("rule-1"), "", retryAt, List.of());
        return new Notices(new NoticeTexts("id", 0, own)).text(refusal, Optional.ofNullable(language), AT, retryAt);
    }

    @ParameterizedTest
    @CsvSource({
        "en, RATE_LIMITED, You are sending messages too quickly. Please try again in 30 s.",
        "en, DUPLICATE, You sent the same message before. Please try again in 30 s.",
        "en, PENALIZED, You cannot send messages for now. Please try again in 30 s.",
        "en, UNREGISTERED, This number is not registered.",
        "en, PROVIDER_BACKOFF, Messages cannot be answered for now. Please try again in 30 s.",
        "id, RATE_LIMITED, Anda mengirim pesan terlalu cepat. Silakan coba lagi dalam 30 s.",
        "id, DUPLICATE, Pesan yang sama sudah dikirim. Silakan coba lagi dalam 30 s.",
        "id, PENALIZED, Untuk sementara Anda tidak dapat mengirim pesan. Silakan coba lagi dalam 30 s.",
        "id, UNREGISTERED, Nomor ini belum terdaftar.",
        "id, PROVIDER_BACKOFF, Untuk sementara pesan tidak dapat dijawab. Silakan coba lagi dalam 30 s.",
        "es, RATE_LIMITED, Está enviando mensajes demasiado rápido. Inténtelo de nuevo en 30 s.",
        "es, DUPLICATE, Ya envió el mismo mensaje. Inténtelo de nuevo en 30 s.",
        "es, PENALIZED, Por ahora no puede enviar mensajes. Inténtelo de nuevo en 30 s.",
        "es, UNREGISTERED, Este número no está registrado.",
        "es, PROVIDER_BACKOFF, Por ahora no es posible responder mensajes. Inténtelo de nuevo en 30 s.",
    })
    void textsComeBuiltIn(String language, Reason reason, String expected) {
        assertThat(text(Map.of(), language, reason)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "en, RATE_LIMITED, You sent too many messages and have been blocked.",
        "en, DUPLICATE, You sent the same message before.",
        "en, PENALIZED, You have been blocked.",
        "en, QUEUE_FULL, Too many messages are waiting. Please try again later.",
        "en, QUEUE_EXPIRED, Your message waited too long and was not answered. Please try again later.",
        "en, PROVIDER_BACKOFF, Messages cannot be answered for now. Please try again later.",
        "id, RATE_LIMITED, Anda mengirim terlalu banyak pesan dan telah diblokir.",
        "id, DUPLICATE, Pesan yang sama sudah dikirim.",
        "id, PENALIZED, Anda telah diblokir.",
        "id, QUEUE_FULL, Terlalu banyak pesan sedang menunggu. Silakan coba lagi nanti.",
        "id, QUEUE_EXPIRED, Pesan Anda menunggu terlalu lama dan tidak dijawab. Silakan coba lagi nanti.",
        "id, PROVIDER_BACKOFF, Untuk sementara pesan tidak dapat dijawab. Silakan coba lagi nanti.",
        "es, RATE_LIMITED, Envió demasiados mensajes y ha sido bloqueado.",
        "es, DUPLICATE, Ya envió el mismo mensaje.",
        "es, PENALIZED, Ha sido bloqueado.",
        "es, QUEUE_FULL, Hay demasiados mensajes en espera. Inténtelo de nuevo más tarde.",
        "es, QUEUE_EXPIRED, Su mensaje esperó demasiado y no fue respondido. Inténtelo de nuevo más tarde.",
        "es, PROVIDER_BACKOFF, Por ahora no es posible responder mensajes. Inténtelo de nuevo más tarde.",
    })
    void withoutATimeToTryAgainNoneIsNamed(String language, Reason reason, String expected) {
        assertThat(text(Map.of(), language, reason, NEVER)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"BLOCKLISTED", "STALE", "REDELIVERED"})
    void someReasonsAreNotToldByDefault(Reason reason) {
        assertThat(text(Map.of(), "en", reason)).isEmpty();
    }

    @Test
    void theLanguageIsThatOfTheMessageIfThereAreTextsInIt() {
        assertThat(text(Map.of("fr", Map.of(Reason.DUPLICATE, "Encore ?")), "fr", Reason.DUPLICATE))
                .contains("Encore ?");
    }

    @ParameterizedTest
    @CsvSource({"ES", "es-MX", "Es-419"})
    void theLanguageIsReadWithoutCaseAndWithoutItsRegion(String language) {
        assertThat(text(Map.of(), language, Reason.UNREGISTERED)).contains("Este número no está registrado.");
    }

    @ParameterizedTest
    @CsvSource(
            value = {"ja", "''", "NULL", "-", "english"},
            nullValues = "NULL")
    void otherwiseTheLanguageIsThatOfThePolicy(String language) {
        assertThat(text(Map.of(), language, Reason.UNREGISTERED)).contains("Nomor ini belum terdaftar.");
    }

    @Test
    void aTextOfThePolicyComesBeforeTheBuiltInOne() {
        assertThat(text(Map.of("en", Map.of(Reason.RATE_LIMITED, "Slow down.")), "en", Reason.RATE_LIMITED))
                .contains("Slow down.");
    }

    @Test
    void forAReasonThatALanguageLacksTheBuiltInTextIsUsed() {
        assertThat(text(Map.of("en", Map.of(Reason.RATE_LIMITED, "Slow down.")), "en", Reason.UNREGISTERED))
                .contains("This number is not registered.");
    }

    @Test
    void forAReasonThatALanguageLacksAltogetherTheLanguageOfThePolicyIsUsed() {
        assertThat(text(Map.of("fr", Map.of(Reason.DUPLICATE, "Encore ?")), "fr", Reason.UNREGISTERED))
                .contains("Nomor ini belum terdaftar.");
    }

    @ParameterizedTest
    @CsvSource({"Wait {retryIn}!", "Wait until {retryAt}!"})
    void aTextThatNamesATimeIsNotUsedWithoutOne(String own) {
        assertThat(text(Map.of("en", Map.of(Reason.PENALIZED, own)), "en", Reason.PENALIZED, NEVER))
                .contains("You have been blocked.");
    }

    @Test
    void placeholdersAreFilled() {
        String own = "{rule}: {retryIn}, {retryAt}, {retryIn}";

        assertThat(text(Map.of("en", Map.of(Reason.RATE_LIMITED, own)), "en", Reason.RATE_LIMITED))
                .contains("rule-1: 30 s, 2026-01-05T10:00:30Z, 30 s");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1 s",
        "1000, 1 s",
        "1001, 2 s",
        "60000, 60 s",
        "60001, 2 min",
        "7200000, 120 min",
        "7200001, 3 h",
        "172800000, 48 h",
        "172800001, 3 d",
    })
    void timesAreRoundedUp(long millis, String expected) {
        Map<String, Map<Reason, String>> own = Map.of("en", Map.of(Reason.DUPLICATE, "{retryIn}"));

        assertThat(text(own, "en", Reason.DUPLICATE, OptionalLong.of(AT + millis)))
                .contains(expected);
    }
}
