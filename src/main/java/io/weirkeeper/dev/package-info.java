/** A Kafka broker inside this process, so that trying Weirkeeper out and testing it need nothing else. */
@NullMarked
package io.weirkeeper.dev;

import org.jspecify.annotations.NullMarked;
