/** The place where the messages of one subject are judged in order. */
@NullMarked
package io.weirkeeper.core.gate;

import org.jspecify.annotations.NullMarked;
