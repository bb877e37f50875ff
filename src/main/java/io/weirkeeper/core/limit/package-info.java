/** How a rate is measured: limits and what each of them remembers. */
@NullMarked
package io.weirkeeper.core.limit;

import org.jspecify.annotations.NullMarked;
