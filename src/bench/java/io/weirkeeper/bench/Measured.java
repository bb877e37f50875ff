package io.weirkeeper.bench;

/**
 * One configuration measured once.
 *
 * @param stageMicros processor time of the measured process for each message, microseconds
 * @param brokerMicros the same of the broker
 */
record Measured(double perSecond, double stageMicros, double brokerMicros) {}
