/** Judges a trace without Kafka, by the same gate as the service. */
@NullMarked
package io.weirkeeper.simulate;

import org.jspecify.annotations.NullMarked;
