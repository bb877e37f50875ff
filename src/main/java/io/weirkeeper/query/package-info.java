/** Questions about what the gates know, asked while they run; any instance finds the one that knows the answer. */
@NullMarked
package io.weirkeeper.query;

import org.jspecify.annotations.NullMarked;
