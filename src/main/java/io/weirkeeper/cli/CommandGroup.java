package io.weirkeeper.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that only has commands below it: alone it shows them. */
abstract class CommandGroup implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec self;

    @Override
    public final Integer call() {
        self.commandLine().usage(self.commandLine().getErr());
        return Failure.WRONG_USE;
    }
}
