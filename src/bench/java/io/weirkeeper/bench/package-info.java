/** How fast it is: microbenchmarks of the core and the codecs, and the gate against a pass-through on a real broker. */
@NullMarked
package io.weirkeeper.bench;

import org.jspecify.annotations.NullMarked;
