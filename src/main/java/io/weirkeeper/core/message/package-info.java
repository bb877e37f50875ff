/** What a message is: who sent what, where and when, and how its text is compared. */
@NullMarked
package io.weirkeeper.core.message;

import org.jspecify.annotations.NullMarked;
