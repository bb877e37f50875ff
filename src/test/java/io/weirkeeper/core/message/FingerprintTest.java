package io.weirkeeper.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Fingerprints are kept in the state of subjects: the function must never change. */
class FingerprintTest {
    @Test
    void theFunctionNeverChanges() {
        assertThat(Long.toHexString(Fingerprint.of(""))).isEqualTo("b9034ad37056f5fb");
        assertThat(Long.toHexString(Fingerprint.of("duplicates"))).isEqualTo("17b7a2aab931393e");
        assertThat(Long.toHexString(Fingerprint.of("héllo 😀"))).isEqualTo("7adf481dcb50a1c8");
        assertThat(Long.toHexString(Fingerprint.of(Fingerprint.of("chat"), "42")))
                .isEqualTo("3534134c5104ae8d");
        assertThat(Long.toHexString(Fingerprint.ofMissing(Fingerprint.of("chat"))))
                .isEqualTo("c60bd1943bab8cb5");
    }

    @Test
    void whereOneTextEndsMatters() {
        assertThat(Fingerprint.of(Fingerprint.of("ab"), "c")).isNotEqualTo(Fingerprint.of(Fingerprint.of("a"), "bc"));
    }

    @Test
    void aMissingTextIsOtherThanAnEmptyOne() {
        assertThat(Fingerprint.ofMissing(1)).isNotEqualTo(Fingerprint.of(1, ""));
    }

    @Test
    void manyShortTextsAreToldApart() {
        Set<Long> seen = new HashSet<>();

        for (int i = 0; i < 200_000; i++) {
            seen.add(Fingerprint.of(Integer.toString(i)));
        }

        assertThat(seen).hasSize(200_000);
    }
}
