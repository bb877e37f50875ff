package io.weirkeeper.events.wire;

/** Ends the reading of a record at its first defect. Has no stack trace: bad records may come by the thousand. */
final class InvalidRecord extends Exception {
    private static final long serialVersionUID = 1;

    private final Defect defect;
    private final String detail;

    InvalidRecord(Defect defect, String detail) {
        super(detail, null, false, false);
        this.defect = defect;
        this.detail = detail;
    }

    static InvalidRecord field(String name, String problem) {
        return new InvalidRecord(Defect.INVALID_FIELD, name + ": " + problem);
    }

    <T> Decoded<T> asDecoded() {
        return new Decoded.Invalid<>(defect, detail);
    }
}
