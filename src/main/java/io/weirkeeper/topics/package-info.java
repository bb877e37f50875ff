/** The topics that the service reads and writes, and whether a broker has them. */
@NullMarked
package io.weirkeeper.topics;

import org.jspecify.annotations.NullMarked;
