package io.weirkeeper.events.wire;

/** Why a record cannot be used. */
public enum Defect {
    /** The bytes are not what the format says: not UTF-8, not JSON, not one object. */
    UNDECODABLE,
    /** No value at all, or no byte in it. */
    EMPTY_VALUE,
    /** The sender is missing or empty. */
    MISSING_SENDER,
    /** The field that the policy is keyed by is missing or empty; found only when the policy is known. */
    MISSING_SUBJECT,
    /** The body is missing; an empty one is valid. */
    MISSING_BODY,
    /** The body is longer than {@link WireFormat#LARGEST_BODY}. */
    BODY_TOO_LARGE,
    /** The value is longer than {@link WireFormat#LARGEST_VALUE}. */
    RECORD_TOO_LARGE,
    /** A field is of the wrong type, out of its range or missing; the detail names it. */
    INVALID_FIELD
}
