/** Traces with the verdicts that a policy should give them: tests of policies. */
@NullMarked
package io.weirkeeper.scenario;

import org.jspecify.annotations.NullMarked;
