package io.weirkeeper.it;

import io.weirkeeper.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What stands between fences in a page of the docs, for the broker and the topics of a test. */
final class DocBlocks {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```[a-z]*\\R(.*?)^```$");
    private static final Pattern TOPIC = Pattern.compile("\\b((inbound|allowed|blocked)-messages|delivery-reports)\\b");

    private final List<String> blocks;

    private DocBlocks(List<String> blocks) {
        this.blocks = blocks;
    }

    static DocBlocks of(Path page, Settings settings) throws IOException {
        String text = Files.readString(page).replace("localhost:9092", settings.bootstrapServers());
        String renamed = TOPIC.matcher(text).replaceAll(settings.topics().prefix() + "$1");
        return new DocBlocks(
                BLOCK.matcher(renamed).results().map(block -> block.group(1)).toList());
    }

    /** The one block that has all these texts. */
    String with(String... texts) {
        List<String> found = blocks.stream()
                .filter(block -> List.of(texts).stream().allMatch(block::contains))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " blocks with " + List.of(texts));
        }
        return found.get(0);
    }

    /** The one command after a prompt that has this text. */
    String typed(String text) {
        List<String> found = blocks.stream()
                .flatMap(block ->
                        Pattern.compile("(?m)^\\$ (.*)$").matcher(block).results())
                .map((MatchResult line) -> line.group(1))
                .filter(line -> line.contains(text))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " commands with " + text);
        }
        return found.get(0);
    }
}
