package io.weirkeeper.registry;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the URLs of the registry and what to show it. */
record EndpointsReader(RegistrySettingsReader settings) {
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");
    private static final int LARGEST_PORT = 65_535;
    private static final String FROM_URL = "URL";
    private static final String FROM_USER_INFO = "USER_INFO";

    List<Endpoint> read() {
        Optional<String> basic = basic();
        Optional<String> bearer = bearer();
        if (basic.isPresent() && bearer.isPresent()) {
            settings.problem(RegistryProperty.BEARER_TOKEN, "cannot be used together with basic authentication");
        }
        Optional<String> authorization = basic.or(() -> bearer);
        List<Endpoint> endpoints = new ArrayList<>();
        for (String url :
                settings.text(RegistryProperty.URL).map(text -> text.split(",")).orElse(new String[0])) {
            endpoint(url.strip(), authorization).ifPresent(endpoints::add);
        }
        if (settings.text(RegistryProperty.URL).isEmpty()) {
            settings.problem(RegistryProperty.URL, "is missing");
        }
        return endpoints;
    }

    private Optional<String> basic() {
        String source = settings.text(RegistryProperty.CREDENTIALS_SOURCE).orElse(FROM_URL);
        Optional<String> userInfo = settings.text(RegistryProperty.USER_INFO);
        boolean wanted = source.equals(FROM_USER_INFO);
        if (!wanted && !source.equals(FROM_URL)) {
            settings.problem(RegistryProperty.CREDENTIALS_SOURCE, "unknown; allowed: URL, USER_INFO");
        } else if (wanted && userInfo.isEmpty()) {
            settings.problem(RegistryProperty.USER_INFO, "is missing");
        } else if (!wanted && userInfo.isPresent()) {
            settings.problem(
                    RegistryProperty.USER_INFO,
                    "is not used unless " + RegistryProperty.CREDENTIALS_SOURCE + " is USER_INFO");
        }
        if (userInfo.isPresent() && userInfo.get().indexOf(':') < 1) {
            settings.problem(RegistryProperty.USER_INFO, "must be user:password");
        }
        return wanted ? userInfo.map(EndpointsReader::basic) : Optional.empty();
    }

    private Optional<String> bearer() {
        settings.text(RegistryProperty.BEARER_SOURCE).ifPresent(source -> {
            if (!source.equals("STATIC_TOKEN")) {
                settings.problem(RegistryProperty.BEARER_SOURCE, "unknown; allowed: STATIC_TOKEN");
            } else if (token().isEmpty()) {
                settings.problem(RegistryProperty.BEARER_TOKEN, "is missing");
            }
        });
        return token().map(text -> {
            if (!TOKEN.matcher(text).matches()) {
                settings.problem(RegistryProperty.BEARER_TOKEN, "must be printable ASCII without spaces");
            }
            return "Bearer " + text;
        });
    }

    private Optional<String> token() {
        return settings.text(RegistryProperty.BEARER_TOKEN);
    }

    /** Does not repeat the URL in its problems: it may hold a password. */
    private Optional<Endpoint> endpoint(String url, Optional<String> authorization) {
        try {
            URI uri = new URI(url);
            String scheme = String.valueOf(uri.getScheme());
            if (!scheme.matches("(?i)https?") || uri.getHost() == null) {
                settings.problem(RegistryProperty.URL, "each URL must be http://host or https://host");
            } else if (uri.getPort() == 0 || uri.getPort() > LARGEST_PORT) {
                settings.problem(RegistryProperty.URL, "a port must be from 1 to " + LARGEST_PORT);
            } else if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
                settings.problem(RegistryProperty.URL, "a URL must end with its path");
            } else {
                String path = uri.getRawPath().replaceFirst("/+$", "");
                URI base = URI.create(
                        scheme + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + path);
                return Optional.of(new Endpoint(base, ofUrl(uri, authorization)));
            }
        } catch (URISyntaxException e) {
            settings.problem(RegistryProperty.URL, "is not a URL");
        }
        return Optional.empty();
    }

    private Optional<String> ofUrl(URI uri, Optional<String> authorization) {
        if (uri.getRawUserInfo() == null) {
            return authorization;
        }
        if (authorization.isPresent()) {
            settings.problem(RegistryProperty.URL, "there are credentials in the URL and elsewhere");
        }
        String plusKept = uri.getRawUserInfo().replace("+", "%2B");
        return Optional.of(basic(URLDecoder.decode(plusKept, StandardCharsets.UTF_8)));
    }

    private static String basic(String userInfo) {
        return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }
}
