/** Tells spam from good messages with a trained model. */
@NullMarked
package io.weirkeeper.core.classify;

import org.jspecify.annotations.NullMarked;
