package io.weirkeeper.bench;

import io.weirkeeper.bench.StageProcess.Stage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What was measured, as a table; of several rounds the medians. */
final class Report {
    private final Map<Guarantee, Map<Stage, List<Measured>>> rounds = new EnumMap<>(Guarantee.class);
    private Optional<StateSize> state = Optional.empty();

    void add(Stage stage, Guarantee guarantee, Measured measured) {
        rounds.computeIfAbsent(guarantee, any -> new EnumMap<>(Stage.class))
                .computeIfAbsent(stage, any -> new ArrayList<>())
                .add(measured);
    }

    void add(StateSize size) {
        state = Optional.of(size);
    }

    void print() {
        print(
                "%-15s %-18s %12s %14s %12s %17s%n",
                "", "", "messages/s", "gate's ratio", "us/message", "us of the broker");
        rounds.forEach((guarantee, stages) -> stages.forEach((stage, measured) -> print(
                "%-15s %-18s %,12.0f %14s %12.1f %17.1f%n",
                words(guarantee),
                words(stage),
                median(measured, Measured::perSecond),
                stage == Stage.GATE ? "" : String.format(Locale.ROOT, "%.2f", ratioOfGate(stages, stage)),
                median(measured, Measured::stageMicros),
                median(measured, Measured::brokerMicros))));
        state.ifPresent(size -> print(
                "state of %,d senders: mean %.0f, median %d, largest %d bytes; and %.0f for the key%n",
                size.subjects(), size.mean(), size.median(), size.max(), size.meanKey()));
    }

    /** What one way of writing values reaches of another, in the same run. */
    static void printRatio(Report avro, Report json) {
        avro.rounds.forEach((guarantee, stages) -> stages.forEach((stage, measured) -> print(
                "avro / json      %-15s %-18s %.2f%n",
                words(guarantee),
                words(stage),
                median(measured, Measured::perSecond)
                        / median(json.rounds.get(guarantee).get(stage), Measured::perSecond))));
    }

    /** What rate the gate reaches of another stage's, round by round: what slows the machine down for long slows down both. */
    private static double ratioOfGate(Map<Stage, List<Measured>> stages, Stage other) {
        List<Measured> gate = stages.getOrDefault(Stage.GATE, List.of());
        List<Measured> passThrough = stages.getOrDefault(other, List.of());
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < gate.size(); i++) {
            ratios.add(gate.get(i).perSecond() / passThrough.get(i).perSecond());
        }
        return median(ratios, Double::doubleValue);
    }

    private static <T> double median(List<T> measured, ToDoubleFunction<T> figure) {
        double[] sorted = measured.stream().mapToDouble(figure).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void print(String format, Object... arguments) {
        System.out.printf(Locale.ROOT, format, arguments);
    }
}
