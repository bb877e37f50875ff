package io.weirkeeper.core.gate;

import io.weirkeeper.core.verdict.Reason;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The notices that come with Weirkeeper, in English, Indonesian and Spanish. Blocked and stale senders are told nothing, and a
 * repeated delivery is none of the sender's business.
 */
final class BuiltInTexts {
    private static final Map<String, Map<Reason, String>> TIMED = Map.of(
            "en",
            texts(
                    "You are sending messages too quickly. Please try again in {retryIn}.",
                    "You sent the same message before. Please try again in {retryIn}.",
                    "You cannot send messages for now. Please try again in {retryIn}."),
            "id",
            texts(
                    "Anda mengirim pesan terlalu cepat. Silakan coba lagi dalam {retryIn}.",
                    "Pesan yang sama sudah dikirim. Silakan coba lagi dalam {retryIn}.",
                    "Untuk sementara Anda tidak dapat mengirim pesan. Silakan coba lagi dalam {retryIn}."),
            "es",
            texts(
                    "Está enviando mensajes demasiado rápido. Inténtelo de nuevo en {retryIn}.",
                    "Ya envió el mismo mensaje. Inténtelo de nuevo en {retryIn}.",
                    "Por ahora no puede enviar mensajes. Inténtelo de nuevo en {retryIn}."));

    private static final Map<String, Map<Reason, String>> UNTIMED = Map.of(
            "en",
            texts(
                    "You sent too many messages and have been blocked.",
                    "You sent the same message before.",
                    "You have been blocked.",
                    "This number is not registered."),
            "id",
            texts(
                    "Anda mengirim terlalu banyak pesan dan telah diblokir.",
                    "Pesan yang sama sudah dikirim.",
                    "Anda telah diblokir.",
                    "Nomor ini belum terdaftar."),
            "es",
            texts(
                    "Envió demasiados mensajes y ha sido bloqueado.",
                    "Ya envió el mismo mensaje.",
                    "Ha sido bloqueado.",
                    "Este número no está registrado."));

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

    private static Map<Reason, String> texts(String limited, String duplicate, String penalized) {
        return new EnumMap<>(
                Map.of(Reason.RATE_LIMITED, limited, Reason.DUPLICATE, duplicate, Reason.PENALIZED, penalized));
    }

    private static Map<Reason, String> texts(String limited, String duplicate, String penalized, String unregistered) {
        Map<Reason, String> texts = texts(limited, duplicate, penalized);
        texts.put(Reason.UNREGISTERED, unregistered);
        return texts;
    }
}
