/** The HTTP server: a list of routes, who may use them, and what they answer; nothing is decided here. */
@NullMarked
package io.weirkeeper.http;

import org.jspecify.annotations.NullMarked;
