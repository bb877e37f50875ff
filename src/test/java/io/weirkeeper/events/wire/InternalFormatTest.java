package io.weirkeeper.events.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.weirkeeper.core.hold.Candidate;
import io.weirkeeper.core.standing.Tier;
import io.weirkeeper.events.ControlEvent;
import io.weirkeeper.events.InboundMessage;
import io.weirkeeper.events.wire.InternalFormat.Kind;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InternalFormatTest {
    private final InternalFormat format = new InternalFormat();

    @Test
    void readsAndWritesVersion1() throws IOException {
        byte[] message = golden("message-v1");
        byte[] control = golden("control-v1");
        byte[] candidate = golden("candidate-v1");

        assertThat(format.kind(message)).isEqualTo(Kind.MESSAGE);
        assertThat(format.message(message)).isEqualTo(Examples.FULL);
        assertThat(format.encode(Examples.FULL)).isEqualTo(message);
        assertThat(format.kind(control)).isEqualTo(Kind.CONTROL);
        assertThat(format.control(control)).isEqualTo(Examples.FULL_CONTROL);
        assertThat(format.encode(Examples.FULL_CONTROL)).isEqualTo(control);
        assertThat(format.kind(candidate)).isEqualTo(Kind.CANDIDATE);
        assertThat(format.candidate(candidate)).isEqualTo(Examples.FULL_CANDIDATE);
        assertThat(format.encode(Examples.FULL_CANDIDATE)).isEqualTo(candidate);
    }

    @ParameterizedTest
    @EnumSource
    void aCandidateOfEveryTierComesBack(Tier tier) {
        Candidate candidate =
                new Candidate(Examples.SPARSE, tier, 0, -1, List.of(), List.of(""), OptionalLong.of(Long.MAX_VALUE));

        assertThat(format.candidate(format.encode(candidate))).isEqualTo(candidate);
        assertThat(format.candidate(format.encode(Examples.SPARSE_CANDIDATE))).isEqualTo(Examples.SPARSE_CANDIDATE);
    }

    @Test
    void aCandidateOfARankThatCannotBeIsRefused() {
        byte[] bytes = format.encode(Examples.SPARSE_CANDIDATE);
        int rank = bytes.length - 10;
        assertThat(bytes[rank]).as("4, as Avro writes it").isEqualTo((byte) 8);
        bytes[rank] = 22;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> format.candidate(bytes))
                .withMessage("rank must be 0 to 10, not 11");
    }

    /** Fails when a schema changes: then keep its old text for reading version 1, and raise the version. */
    @Test
    void version1HasTheseSchemas() {
        assertThat(SchemaNormalization.parsingFingerprint64(InboundMessage.getClassSchema()))
                .isEqualTo(5802995932658225615L);
        assertThat(SchemaNormalization.parsingFingerprint64(ControlEvent.getClassSchema()))
                .isEqualTo(-5199755591582363219L);
        assertThat(SchemaNormalization.parsingFingerprint64(io.weirkeeper.events.Candidate.getClassSchema()))
                .isEqualTo(721266115875753662L);
    }

    @ParameterizedTest
    @CsvSource({
        "'',     too short for an internal record",
        "01,     too short for an internal record",
        "0001,   internal record of version 0",
        "0201,   internal record of version 2",
        "0100,   internal record of kind 0",
        "0105,   internal record of kind 5",
        "0102,   CONTROL where MESSAGE was wanted",
        "0103,   CANDIDATE where MESSAGE was wanted",
        "0101,   broken internal record",
        "0101ff, broken internal record"
    })
    void refusesOtherBytes(String hex, String problem) {
        byte[] bytes = HexFormat.of().parseHex(hex);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> format.message(bytes))
                .withMessage(problem);
    }

    @Test
    void refusesMoreOrLessThanOneRecord() {
        byte[] bytes = format.encode(Examples.FULL);
        byte[] more = Arrays.copyOf(bytes, bytes.length + 1);
        byte[] less = Arrays.copyOf(bytes, bytes.length - 1);

        assertThatIllegalArgumentException().isThrownBy(() -> format.message(more));
        assertThatIllegalArgumentException().isThrownBy(() -> format.message(less));
        assertThat(format.message(bytes)).isEqualTo(Examples.FULL);
    }

    private static byte[] golden(String name) throws IOException {
        return HexFormat.of().parseHex(Golden.line("internal/" + name + ".hex"));
    }
}
