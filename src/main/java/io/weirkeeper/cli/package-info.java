/** The command line: reads options, calls what does the work, prints what came of it. */
@NullMarked
package io.weirkeeper.cli;

import org.jspecify.annotations.NullMarked;
