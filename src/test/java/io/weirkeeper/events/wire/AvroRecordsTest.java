package io.weirkeeper.events.wire;

import static io.weirkeeper.events.wire.Examples.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.weirkeeper.core.standing.ControlType;
import io.weirkeeper.events.ControlEvent;
import io.weirkeeper.events.InboundMessage;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AvroRecordsTest {

    @ParameterizedTest
    @EnumSource
    void everyOperatorsWordHasItsName(ControlType type) {
        io.weirkeeper.core.standing.ControlEvent event = new io.weirkeeper.core.standing.ControlEvent(
                "c",
                0,
                Optional.empty(),
                type,
                Optional.of("s").filter(subject -> type.namesSubject()),
                Optional.empty(),
                OptionalLong.empty());

        ControlEvent avro = AvroRecords.control(event);

        assertThat(avro.getType()).hasToString(type.label());
        assertThat(AvroDrafts.control(avro).complete()).isEqualTo(event);
    }

    @Test
    void aWordAboutTheGateThatAvroReadNeedsNoSender() throws InvalidRecord {
        ControlEvent pause = AvroRecords.control(Examples.PAUSE);
        assertThat(pause.getSender()).isNull();
        assertThat(AvroDrafts.control(pause).checked(ORIGIN)).isEqualTo(Examples.PAUSE);

        pause.setSender("+1");
        assertThat(AvroDrafts.control(pause).checked(ORIGIN)).isEqualTo(Examples.PAUSE);
        pause.setType(io.weirkeeper.events.ControlType.block);
        pause.setSender(null);
        assertThatExceptionOfType(InvalidRecord.class)
                .isThrownBy(() -> AvroDrafts.control(pause).checked(ORIGIN))
                .withMessage("sender: missing");
    }

    @Test
    void whatAvroReadIsCheckedAsJsonIs() throws InvalidRecord {
        InboundMessage inbound = AvroRecords.inbound(Examples.SPARSE);
        inbound.setId("");

        assertThat(AvroDrafts.message(inbound).checked(ORIGIN).id()).isEqualTo("inbound-messages-3-41");
        inbound.setPriority(10);
        assertThatExceptionOfType(InvalidRecord.class)
                .isThrownBy(() -> AvroDrafts.message(inbound).checked(ORIGIN))
                .withMessage("priority: must be 0 to 9");
        inbound.setSender("");
        assertThatExceptionOfType(InvalidRecord.class)
                .isThrownBy(() -> AvroDrafts.message(inbound).checked(ORIGIN))
                .withMessage("sender: missing");
    }
}
