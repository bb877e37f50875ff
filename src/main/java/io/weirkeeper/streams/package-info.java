/** The topology: wiring, and processors that load, decide, save and forward. */
@NullMarked
package io.weirkeeper.streams;

import org.jspecify.annotations.NullMarked;
