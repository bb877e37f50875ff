package io.weirkeeper.http;

import io.weirkeeper.config.HttpSettings;
import io.weirkeeper.config.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what. Without any token everybody may do everything, and the server listens on the loopback address only. With one,
 * reading needs the read or the write token, and writing the write token.
 */
public record Tokens(Optional<Secret> read, Optional<Secret> write) {
    private static final String SCHEME = "bearer ";
    private static final String CHALLENGE = "WWW-Authenticate";

    /**
     * The tokens that the settings name.
     *
     * @throws HttpSettingsException if a file cannot be read, or a token cannot be sent in a header
     */
    public static Tokens of(HttpSettings settings) throws HttpSettingsException {
        return new Tokens(
                token("http.readToken", settings.readToken(), settings.readTokenFile()),
                token("http.writeToken", settings.writeToken(), settings.writeTokenFile()));
    }

    private static Optional<Secret> token(String name, Optional<Secret> inline, Optional<Path> file)
            throws HttpSettingsException {
        Optional<Secret> token = file.isPresent() ? Optional.of(fromFile(name + "File", file.get())) : inline;
        if (token.isPresent() && !token.get().text().matches("[\\x21-\\x7e]+")) {
            throw new HttpSettingsException(name + " must be printable ASCII without spaces");
        }
        return token;
    }

    private static Secret fromFile(String name, Path file) throws HttpSettingsException {
        try {
            String text = Files.readString(file).strip();
            if (text.isEmpty()) {
                throw new HttpSettingsException(name + ": " + file + " is empty");
            }
            return new Secret(text);
        } catch (IOException e) {
            throw new HttpSettingsException(name + ": cannot read " + file);
        }
    }

    public boolean isEmpty() {
        return read.isEmpty() && write.isEmpty();
    }

    /**
     * The name of the token that lets the bearer in.
     *
     * @param authorization the header
     * @throws HttpProblem if nothing does
     */
    String admit(@Nullable String authorization, Access needed) throws HttpProblem {
        if (isEmpty()) {
            return "local";
        }
        Optional<String> given = bearer(authorization);
        boolean isWriter = given.isPresent() && matches(write, given.get());
        boolean isReader = given.isPresent() && matches(read, given.get());
        if (isWriter) {
            return "write-token";
        }
        if (needed == Access.OPEN) {
            return isReader ? "read-token" : "anybody";
        }
        if (given.isEmpty()) {
            throw HttpProblem.of(401, "this needs a bearer token").with(CHALLENGE, "Bearer realm=\"weirkeeper\"");
        }
        if (!isReader) {
            throw HttpProblem.of(401, "this token is not known")
                    .with(CHALLENGE, "Bearer realm=\"weirkeeper\", error=\"invalid_token\"");
        }
        if (needed == Access.WRITE) {
            throw HttpProblem.of(403, "this needs the write token")
                    .with(CHALLENGE, "Bearer realm=\"weirkeeper\", error=\"insufficient_scope\"");
        }
        return "read-token";
    }

    private static Optional<String> bearer(@Nullable String authorization) {
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return Optional.empty();
        }
        return Optional.of(authorization.substring(SCHEME.length()).strip()).filter(token -> !token.isEmpty());
    }

    /** Takes as long for a token that is wrong at its first character as for one that is wrong at its last, or longer. */
    private static boolean matches(Optional<Secret> token, String given) {
        return token.isPresent() && MessageDigest.isEqual(digest(token.get().text()), digest(given));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
