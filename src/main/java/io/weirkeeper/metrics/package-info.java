/** What operators watch: counters, gauges and histograms of the gates, for Prometheus. */
@NullMarked
package io.weirkeeper.metrics;

import org.jspecify.annotations.NullMarked;
