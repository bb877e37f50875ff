/** How many verdicts of which kind were made this minute, this hour and this day. */
@NullMarked
package io.weirkeeper.core.tally;

import org.jspecify.annotations.NullMarked;
