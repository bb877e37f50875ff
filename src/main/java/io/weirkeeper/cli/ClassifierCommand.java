package io.weirkeeper.cli;

import io.weirkeeper.classifier.CrossValidation;
import io.weirkeeper.classifier.Evaluation;
import io.weirkeeper.classifier.LabelledMessage;
import io.weirkeeper.classifier.ModelFile;
import io.weirkeeper.classifier.TooFewMessagesException;
import io.weirkeeper.classifier.Trainer;
import io.weirkeeper.core.classify.LinearModel;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Commands about spam classifiers. */
@Command(
        name = "classifier",
        description = "Trains and measures spam classifiers.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class ClassifierCommand extends CommandGroup {
    private static final String LABELLED = "Messages: in each line ham or spam, a tab, the text; - is standard input.";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Command(
            name = "train",
            description = "Makes a model of labelled messages. The same messages and options make the same bytes.",
            mixinStandardHelpOptions = true)
    int train(
            @Parameters(paramLabel = "LABELLED", description = LABELLED) Path labelled,
            @Option(
                            names = {"-o", "--output"},
                            paramLabel = "FILE",
                            required = true,
                            description = "The model.")
                    Path output,
            @Mixin TrainingOptions options)
            throws TooFewMessagesException {
        List<LabelledMessage> messages = ClassifierFiles.messages(labelled);
        Trainer trainer = options.trainer();
        Progress progress = progress();
        LinearModel model = trainer.train(messages, each(progress));
        progress.clear();
        byte[] bytes = ModelFile.bytes(model);
        ClassifierFiles.write(output, bytes);
        out().println(String.format(
                Locale.ROOT,
                "%s: trained from %,d messages, threshold %.3f, %,d bytes",
                output,
                messages.size(),
                model.threshold(),
                bytes.length));
        return 0;
    }

    @Command(
            name = "eval",
            description = {
                "Measures a model on labelled messages.",
                "On those that it was trained from this says little: see validate."
            },
            mixinStandardHelpOptions = true)
    int eval(
            @Parameters(
                            paramLabel = "MODEL",
                            description = "A file, or \"default\" for the model that comes with the program.")
                    Path model,
            @Parameters(paramLabel = "LABELLED", description = LABELLED) Path labelled) {
        LinearModel read = ClassifierFiles.model(model);
        List<LabelledMessage> messages = ClassifierFiles.messages(labelled);
        Progress progress = progress();
        Evaluation evaluation = Evaluation.of(read, messages, each(progress));
        progress.clear();
        new EvaluationPrinter(out()).print(evaluation, String.format(Locale.ROOT, "%.3f", read.threshold()));
        return 0;
    }

    @Command(
            name = "validate",
            description = {
                "Measures what models trained from these messages are worth on others:",
                "trains once for each fold without it, threshold included, and judges it then."
            },
            mixinStandardHelpOptions = true)
    int validate(
            @Parameters(paramLabel = "LABELLED", description = LABELLED) Path labelled,
            @Option(
                            names = "--folds",
                            paramLabel = "NUMBER",
                            defaultValue = "10",
                            description = "How many, 2 to 100 (${DEFAULT-VALUE}).")
                    int folds,
            @Mixin TrainingOptions options)
            throws TooFewMessagesException {
        if (folds < 2 || folds > 100) {
            throw Failure.wrongUse("--folds must be 2 to 100, not " + folds);
        }
        List<LabelledMessage> messages = ClassifierFiles.messages(labelled);
        CrossValidation validation = new CrossValidation(options.trainer(), folds);
        Progress progress = progress();
        Evaluation evaluation = validation.of(messages, each(progress));
        progress.clear();
        new EvaluationPrinter(out()).print(evaluation, "chosen for each of " + folds + " folds without it");
        return 0;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private Progress progress() {
        return new Progress("looked at", spec.commandLine().getErr());
    }

    private static IntConsumer each(Progress progress) {
        return count -> {
            for (int i = 0; i < count; i++) {
                progress.step();
            }
        };
    }
}
