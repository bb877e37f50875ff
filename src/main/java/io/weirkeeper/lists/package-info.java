/** Lists of senders and addresses as files: CSV, and JSON line by line. */
@NullMarked
package io.weirkeeper.lists;

import org.jspecify.annotations.NullMarked;
