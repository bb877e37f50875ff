package io.weirkeeper.events.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "61", "c2a2", "efbfbf", "f09f918b", "f48fbfbf", "6161616161616161c3a9"})
    void acceptsUtf8(String hex) {
        assertThat(Text.isUtf8(HexFormat.of().parseHex(hex))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "c2",
                "c080",
                "c1bf",
                "e08080",
                "e2",
                "e282",
                "eda080",
                "edb080",
                "f0808080",
                "f09f91",
                "f4908080",
                "f5808080",
                "ff",
                "c328",
                "6161616161616161ff"
            })
    void refusesWhatIsNotUtf8(String hex) {
        assertThat(Text.isUtf8(HexFormat.of().parseHex(hex))).isFalse();
    }

    @Test
    void judgesBytesAsTheStrictDecoderDoes() {
        Random random = new Random(RandomRecords.SEED);
        RandomRecords records = new RandomRecords(random);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = records.text(20).getBytes(StandardCharsets.UTF_8);
            for (int edits = random.nextInt(3); edits > 0 && bytes.length > 0; edits--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(Text.isUtf8(bytes))
                    .as("seed %d, %s", RandomRecords.SEED, HexFormat.of().formatHex(bytes))
                    .isEqualTo(isUtf8ByDecoder(bytes));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "plain,            plain",
        "👋,               👋",
        "\uD83D,           \uFFFD",
        "\uDC4B,           \uFFFD",
        "a\uD83Db,         a\uFFFDb",
        "\uDC4B\uD83D,     \uFFFD\uFFFD",
        "👋\uD83D👋\uDC4B, 👋\uFFFD👋\uFFFD",
        "\uD83D\uD83D\uDC4B, \uFFFD👋"
    })
    void replacesLoneSurrogates(String text, String wellFormed) {
        assertThat(Text.wellFormed(text)).isEqualTo(wellFormed);
    }

    @Test
    void keepsWellFormedTextAsItIs() {
        String text = "no surrogate";

        assertThat(Text.wellFormed(text)).isSameAs(text);
    }

    @Test
    void measuresTextInBytesOfUtf8() {
        RandomRecords records = new RandomRecords(new Random(RandomRecords.SEED));
        for (int i = 0; i < 5_000; i++) {
            String text = records.text(30);
            int bytes = text.getBytes(StandardCharsets.UTF_8).length;
            assertThat(Text.exceeds(text, bytes))
                    .as("seed %d, %s", RandomRecords.SEED, text)
                    .isFalse();
            assertThat(bytes > 0 && !Text.exceeds(text, bytes - 1))
                    .as("seed %d, %s", RandomRecords.SEED, text)
                    .isFalse();
        }
    }

    private static boolean isUtf8ByDecoder(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
