package io.weirkeeper.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.topics.TopicLayout;
import io.weirkeeper.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README promises only what is so. */
class ReadmeTest {
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @Test
    void everySettingIsInTheTableWithItsVariableDefaultAndMeaning() throws IOException {
        String readme = readme();
        for (Setting<?> setting : SettingsTable.ALL) {
            assertThat(readme)
                    .contains("| `%s` | `%s` | %s | %s |"
                            .formatted(
                                    setting.path(), setting.variable(), setting.writtenDefault(), setting.meaning()));
        }
        assertThat(readme.lines().filter(line -> line.contains("| `WEIR_"))).hasSize(SettingsTable.ALL.size() + 1);
    }

    @Test
    void everyTopicIsInTheTable() throws IOException {
        String readme = readme();
        assertThat(new TopicLayout(new Topics("")).names())
                .allSatisfy(name -> assertThat(readme).contains("\n| `" + name + "` |"));
    }

    @Test
    void itsPolicyAndItsSettingsAreValid() throws IOException {
        List<String> examples =
                YAML.matcher(readme()).results().map(found -> found.group(1)).toList();
        assertThat(examples).hasSize(2);
        assertThat(new PolicyReader().read(examples.get(0))).isInstanceOf(PolicyReading.Valid.class);
        assertThat(SettingsReader.read(Optional.of(examples.get(1)), Map.of()))
                .isInstanceOf(SettingsReading.Valid.class);
    }

    @Test
    void everyFileThatItLinksToIsThere() throws IOException {
        Matcher links = Pattern.compile("\\]\\(([^):#]+)\\)").matcher(readme());
        assertThat(links.results().map(link -> Path.of(link.group(1))))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(path).exists());
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }
}
