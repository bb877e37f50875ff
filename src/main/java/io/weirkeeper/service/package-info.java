/** The service as a process: starts the topology on a broker, and ends it. */
@NullMarked
package io.weirkeeper.service;

import org.jspecify.annotations.NullMarked;
