/** How state is written to bytes: compact, with a version. */
@NullMarked
package io.weirkeeper.streams.codec;

import org.jspecify.annotations.NullMarked;
