/** What providers answer to those who deliver for the responders. */
@NullMarked
package io.weirkeeper.core.delivery;

import org.jspecify.annotations.NullMarked;
