/** How records stand on topics: JSON and Avro to and from what the core works with. */
@NullMarked
package io.weirkeeper.events.wire;

import org.jspecify.annotations.NullMarked;
