package io.weirkeeper.bench;

/**
 * What two processes have used until so many verdicts were there, in seconds. Other than rates it hardly depends on what else
 * the machine does.
 */
record ProcessorTime(long verdicts, double stage, double broker) {

    static ProcessorTime now(long verdicts, Child stage, Child broker) {
        return new ProcessorTime(verdicts, stage.processorSeconds(), broker.processorSeconds());
    }

    ProcessorTime since(ProcessorTime before) {
        return new ProcessorTime(verdicts - before.verdicts, stage - before.stage, broker - before.broker);
    }

    double stageMicros() {
        return 1e6 * stage / verdicts;
    }

    double brokerMicros() {
        return 1e6 * broker / verdicts;
    }
}
