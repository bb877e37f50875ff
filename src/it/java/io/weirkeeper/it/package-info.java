/** The whole service on a real broker. */
@NullMarked
package io.weirkeeper.it;

import org.jspecify.annotations.NullMarked;
