/** Where state is kept in Kafka Streams. */
@NullMarked
package io.weirkeeper.streams.store;

import org.jspecify.annotations.NullMarked;
