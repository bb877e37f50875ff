/** What operators write in files, read into values of the domain, with every problem named by path and line. */
@NullMarked
package io.weirkeeper.config;

import org.jspecify.annotations.NullMarked;
