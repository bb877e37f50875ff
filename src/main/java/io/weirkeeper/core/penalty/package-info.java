/** The ledger of violations, and what it leads to. */
@NullMarked
package io.weirkeeper.core.penalty;

import org.jspecify.annotations.NullMarked;
