/** What is wrong with a text: a class for each kind of rule. */
@NullMarked
package io.weirkeeper.core.content;

import org.jspecify.annotations.NullMarked;
