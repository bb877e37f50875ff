/** Messages that wait at a gate, in a burst or in a queue, and what they carry from gate to gate. */
@NullMarked
package io.weirkeeper.core.hold;

import org.jspecify.annotations.NullMarked;
