package io.weirkeeper.classifier;

/** On which side of a plane a message lies that the plane was not made from, and how far. */
record Margin(double value, boolean spam) {}
