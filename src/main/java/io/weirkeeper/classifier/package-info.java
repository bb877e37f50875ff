/** Trains spam classifiers from labelled messages, measures them, and keeps them in files. */
@NullMarked
package io.weirkeeper.classifier;

import org.jspecify.annotations.NullMarked;
