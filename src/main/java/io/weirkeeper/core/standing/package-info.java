/** What an operator or the ledger says of a subject. */
@NullMarked
package io.weirkeeper.core.standing;

import org.jspecify.annotations.NullMarked;
