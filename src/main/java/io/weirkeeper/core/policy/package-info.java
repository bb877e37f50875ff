/** The operator's rules, as values that validate themselves. */
@NullMarked
package io.weirkeeper.core.policy;

import org.jspecify.annotations.NullMarked;
