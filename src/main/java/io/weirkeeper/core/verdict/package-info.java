/** What became of a message, and what the audit trail says. */
@NullMarked
package io.weirkeeper.core.verdict;

import org.jspecify.annotations.NullMarked;
