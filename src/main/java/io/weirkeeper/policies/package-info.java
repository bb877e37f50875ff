/** Policies on a topic: who published which version when, which of them is in force, and how the next one is published. */
@NullMarked
package io.weirkeeper.policies;

import org.jspecify.annotations.NullMarked;
