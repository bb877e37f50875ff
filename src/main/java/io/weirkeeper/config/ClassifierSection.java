package io.weirkeeper.config;

import io.weirkeeper.classifier.DefaultModel;
import io.weirkeeper.classifier.ModelFile;
import io.weirkeeper.classifier.ModelFileException;
import io.weirkeeper.core.classify.Model;
import io.weirkeeper.core.policy.ClassifierRule;
import io.weirkeeper.core.policy.ContentTerms;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** {@code content.classifier}: what a trained model takes for spam. */
final class ClassifierSection {
    private ClassifierSection() {}

    static Optional<ClassifierRule> read(YamlMap map) {
        Optional<Model> model = map.optional("model", ClassifierSection::model, DefaultModel.load());
        Optional<Double> threshold = map.optional(
                "threshold",
                YamlValue::share,
                model.map(Model::threshold).orElse(DefaultModel.load().threshold()));
        Optional<ContentTerms> terms = ContentWords.terms(map, Optional.of(ClassifierRule.ID));
        if (!map.isSound()) {
            return Optional.empty();
        }
        return Optional.of(new ClassifierRule(terms.orElseThrow(), model.orElseThrow(), threshold.orElseThrow()));
    }

    private static Optional<Model> model(YamlValue value) {
        return value.nonEmptyText().flatMap(name -> {
            if (name.equals(DefaultModel.NAME)) {
                return Optional.of(DefaultModel.load());
            }
            try (InputStream in = Files.newInputStream(Path.of(name))) {
                return Optional.of(ModelFile.read(in));
            } catch (ModelFileException e) {
                value.problem(Quoted.of(name) + " is " + e.getMessage());
            } catch (NoSuchFileException | InvalidPathException e) {
                value.problem("no such file: " + Quoted.of(name) + "; it is sought from the working directory");
            } catch (IOException e) {
                value.problem("cannot read " + Quoted.of(name) + ": " + e.getMessage());
            }
            return Optional.empty();
        });
    }
}
