package io.weirkeeper.events.wire;

import io.weirkeeper.core.delivery.DeliveryReport;
import io.weirkeeper.core.delivery.DeliveryReport.ErrorKind;
import io.weirkeeper.core.delivery.DeliveryReport.Status;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/** A delivery report as it was read, in whatever encoding, before it is held against what each must fulfil. */
final class DeliveryDraft {
    Optional<String> messageId = Optional.empty();
    Optional<String> recipient = Optional.empty();
    Optional<String> status = Optional.empty();
    Optional<String> errorKind = Optional.empty();
    Optional<String> error = Optional.empty();
    OptionalLong at = OptionalLong.empty();

    /**
     * The report, checked, with what may be missing filled in from where it was read. The provider's words may be long: a
     * refusal must count whatever page came with it.
     */
    DeliveryReport checked(RecordOrigin origin) throws InvalidRecord {
        Names.requirePresent("messageId", messageId);
        Names.requirePresent("recipient", recipient);
        Names.requireBounded("messageId", messageId);
        Names.requireBounded("recipient", recipient);
        return new DeliveryReport(
                messageId.orElseThrow(),
                recipient.orElseThrow(),
                knownStatus(),
                errorKind.map(DeliveryDraft::kind),
                error,
                at.orElse(origin.timestamp()));
    }

    private Status knownStatus() throws InvalidRecord {
        Names.requirePresent("status", status);
        return status.flatMap(name -> Arrays.stream(Status.values())
                        .filter(known -> known.name().equals(name))
                        .findFirst())
                .orElseThrow(() -> InvalidRecord.field("status", "unknown"));
    }

    /** What a later release tells apart is something else to this one. */
    private static ErrorKind kind(String name) {
        return Arrays.stream(ErrorKind.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElse(ErrorKind.OTHER);
    }
}
