package io.weirkeeper.core.gate;

import io.weirkeeper.core.verdict.Reason;
import java.util.Map;
import java.util.Optional;

/**
 * The notices that come with Weirkeeper, in English, Indonesian and Spanish. Blocked and stale senders are told nothing, and a
 * repeated delivery is none of the sender's business.
 */
final class BuiltInTexts {
    private static final Map<String, Map<Reason, String>> TIMED = Map.of(
            "en",
            Map.of(
                    Reason.RATE_LIMITED,
                    "You are sending messages too quickly. Please try again in {retryIn}.",
                    Reason.DUPLICATE,
                    "You sent the same message before. Please try again in {retryIn}.",
                    Reason.PENALIZED,
                    "You cannot send messages for now. Please try again in {retryIn}.",
                    Reason.PROVIDER_BACKOFF,
                    "Messages cannot be answered for now. Please try again in {retryIn}."),
            "id",
            Map.of(
                    Reason.RATE_LIMITED,
                    "Anda mengirim pesan terlalu cepat. Silakan coba lagi dalam {retryIn}.",
                    Reason.DUPLICATE,
                    "Pesan yang sama sudah dikirim. Silakan coba lagi dalam {retryIn}.",
                    Reason.PENALIZED,
                    "Untuk sementara Anda tidak dapat mengirim pesan. Silakan coba lagi dalam {retryIn}.",
                    Reason.PROVIDER_BACKOFF,
                    "Untuk sementara pesan tidak dapat dijawab. Silakan coba lagi dalam {retryIn}."),
            "es",
            Map.of(
                    Reason.RATE_LIMITED,
                    "Está enviando mensajes demasiado rápido. Inténtelo de nuevo en {retryIn}.",
                    Reason.DUPLICATE,
                    "Ya envió el mismo mensaje. Inténtelo de nuevo en {retryIn}.",
                    Reason.PENALIZED,
                    "Por ahora no puede enviar mensajes. Inténtelo de nuevo en {retryIn}.",
                    Reason.PROVIDER_BACKOFF,
                    "Por ahora no es posible responder mensajes. Inténtelo de nuevo en {retryIn}."));

    private static final Map<String, Map<Reason, String>> UNTIMED = Map.of(
            "en",
            Map.of(
                    Reason.RATE_LIMITED,
                    "You sent too many messages and have been blocked.",
                    Reason.DUPLICATE,
                    "You sent the same message before.",
                    Reason.PENALIZED,
                    "You have been blocked.",
                    Reason.UNREGISTERED,
                    "This number is not registered.",
                    Reason.SPAM_CONTENT,
                    "Your message looks like spam and was not answered.",
                    Reason.QUEUE_FULL,
                    "Too many messages are waiting. Please try again later.",
                    Reason.QUEUE_EXPIRED,
                    "Your message waited too long and was not answered. Please try again later.",
                    Reason.PROVIDER_BACKOFF,
                    "Messages cannot be answered for now. Please try again later."),
            "id",
            Map.of(
                    Reason.RATE_LIMITED,
                    "Anda mengirim terlalu banyak pesan dan telah diblokir.",
                    Reason.DUPLICATE,
                    "Pesan yang sama sudah dikirim.",
                    Reason.PENALIZED,
                    "Anda telah diblokir.",
                    Reason.UNREGISTERED,
                    "Nomor ini belum terdaftar.",
                    Reason.SPAM_CONTENT,
                    "Pesan Anda tampak seperti spam dan tidak dijawab.",
                    Reason.QUEUE_FULL,
                    "Terlalu banyak pesan sedang menunggu. Silakan coba lagi nanti.",
                    Reason.QUEUE_EXPIRED,
                    "Pesan Anda menunggu terlalu lama dan tidak dijawab. Silakan coba lagi nanti.",
                    Reason.PROVIDER_BACKOFF,
                    "Untuk sementara pesan tidak dapat dijawab. Silakan coba lagi nanti."),
            "es",
            Map.of(
                    Reason.RATE_LIMITED,
                    "Envió demasiados mensajes y ha sido bloqueado.",
                    Reason.DUPLICATE,
                    "Ya envió el mismo mensaje.",
                    Reason.PENALIZED,
                    "Ha sido bloqueado.",
                    Reason.UNREGISTERED,
                    "Este número no está registrado.",
                    Reason.SPAM_CONTENT,
                    "Su mensaje parece spam y no fue respondido.",
                    Reason.QUEUE_FULL,
                    "Hay demasiados mensajes en espera. Inténtelo de nuevo más tarde.",
                    Reason.QUEUE_EXPIRED,
                    "Su mensaje esperó demasiado y no fue respondido. Inténtelo de nuevo más tarde.",
                    Reason.PROVIDER_BACKOFF,
                    "Por ahora no es posible responder mensajes. Inténtelo de nuevo más tarde."));

    private BuiltInTexts() {}

    static boolean speaks(String language) {
        return UNTIMED.containsKey(language);
    }

    /** The text for a reason, one that names a time only where there is one. */
    static Optional<String> text(String language, Reason reason, boolean withTime) {
        Optional<String> untimed =
                Optional.ofNullable(UNTIMED.getOrDefault(language, Map.of()).get(reason));
        return withTime
                ? Optional.ofNullable(TIMED.getOrDefault(language, Map.of()).get(reason))
                        .or(() -> untimed)
                : untimed;
    }
}
