package io.weirkeeper.lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.service.Listed;
import io.weirkeeper.service.Operators;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a list file says, and what is told of a bad one. */
class ListFileTest {
    private static final long NOW = 1_772_452_800_000L;
    private static final long NEW_YEAR = 1_798_675_200_000L;

    @Test
    void csvHasAHeaderAndQuotesWhatItMust() throws IOException {
        ListFile read = csv("""
                sender,reason,until
                +15550100,"sells, as he says, ""watches""\",2026-12-31T00:00:00Z
                "room
                42",,2h

                +15550101
                """);

        assertThat(read.problems()).isEmpty();
        assertThat(read.entries())
                .containsExactly(
                        entry(2, "+15550100", "sells, as he says, \"watches\"", NEW_YEAR),
                        new ListEntry(3, "room\n42", Optional.empty(), OptionalLong.of(NOW + 7_200_000)),
                        new ListEntry(6, "+15550101", Optional.empty(), OptionalLong.empty()));
    }

    @Test
    void columnsComeInAnyOrderAndThoseOfAnExportArePassedOver() throws IOException {
        assertThat(csv("\uFEFFby,since,until,reason,sender\r\nann,yesterday,2026-12-31T00:00:00Z,spam,a\r\n")
                        .entries())
                .containsExactly(entry(2, "a", "spam", NEW_YEAR));
    }

    @Test
    void jsonLinesHaveTheSameFields() throws IOException {
        ListFile read = json("""
                {"sender":"a","reason":"spam","until":"2026-12-31T00:00:00Z","since":"x","by":"ann"}

                {"sender":"b","reason":null}
                """);

        assertThat(read.problems()).isEmpty();
        assertThat(read.entries())
                .containsExactly(
                        entry(1, "a", "spam", NEW_YEAR), new ListEntry(3, "b", Optional.empty(), OptionalLong.empty()));
    }

    @Test
    void ofASenderThatComesAgainTheLastLineCounts() throws IOException {
        ListFile read = csv("sender,reason\na,first\nb,\na,last\n");

        assertThat(read.entries()).extracting(ListEntry::line).containsExactly(3L, 4L);
        assertThat(read.repeated()).containsExactly("line 2: this sender comes again in line 4");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                          | line 1: there is no column sender
            reason\\nspam\\n            | line 1: there is no column sender
            sender,reson\\na,b\\n       | line 1: column "reson" is unknown; there are sender, by, reason, since, until
            sender,sender\\na,b\\n      | line 1: column "sender" is there twice
            sender\\na\\na,b\\n         | line 3: 2 values under 1 columns
            sender,reason\\na\\n,b\\n   | line 3: sender is missing
            sender,until\\na,soon\\n    | line 2: until is neither a time (2026-12-31T00:00:00Z) nor a duration (2h, 7d)
            sender\\na\\n"b\\nc\\n      | line 3: Missing closing quote for value
            """)
    void aBadLineOfCsvIsToldWithItsNumber(String text, String problem) throws IOException {
        assertThat(csv(text.replace("\\n", "\n")).problems())
                .singleElement()
                .satisfies(told -> assertThat(told).startsWith(problem));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"sender":                        | line 2: this is not JSON: Unexpected end-of-input
            {"sender":"a"} {}                 | line 2: this is not JSON: Trailing token
            {"sender":"a","sender":"b"}       | line 2: this is not JSON: Duplicate
            ["a"]                             | line 2: this is not a JSON object
            {"sender":7}                      | line 2: sender is not a text
            {"sender":""}                     | line 2: sender is missing
            {"sender":"\\ud800"}              | line 2: sender is not well-formed Unicode
            {"sender":"a","note":"b"}         | line 2: "note" is unknown; there are sender, by, reason, since, until
            """)
    void aBadLineOfJsonIsToldWithItsNumber(String line, String problem) throws IOException {
        assertThat(json("{\"sender\":\"x\"}\n" + line + "\n").problems())
                .singleElement()
                .satisfies(told -> assertThat(told).startsWith(problem));
    }

    @Test
    void eachBadLineIsTold() throws IOException {
        assertThat(json("{\n{\"sender\":\"a\"}\n7\n").problems()).hasSize(2);
    }

    @Test
    void whatIsNotUtf8IsToldWithItsLine() throws IOException {
        byte[] bytes = "sender\na\nb\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(new ListFileReader(ListKind.BLOCKED, NOW)
                        .read(bytes, FileFormat.CSV)
                        .problems())
                .containsExactly("line 3: this is not UTF-8");
    }

    @Test
    void aSenderThatIsTooLongIsRefused() throws IOException {
        assertThat(csv("sender\n" + "x".repeat(4_097) + "\n").problems())
                .containsExactly("line 2: sender is longer than 4096 bytes");
    }

    @Test
    void addressesHaveNoEndAndTheKeyOfTheGateIsNone() throws IOException {
        ListFileReader addresses = new ListFileReader(ListKind.ADDRESSES, NOW);
        assertThat(addresses
                        .read(utf8("address,until\n::1,2h\n"), FileFormat.CSV)
                        .problems())
                .containsExactly("line 1: column \"until\" is unknown; there are address, by, reason, since");
        assertThat(addresses.read(utf8("address\nglobal|\n"), FileFormat.CSV).problems())
                .containsExactly("line 2: address: this is no address");
    }

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void whatIsWrittenIsReadAgain(FileFormat format) throws IOException {
        List<String> names = List.of(
                "+1", " a ", "a,b", "\"", "a\"b", "#x", "a\nb", "a\r\nb", "\\", "'", "\uFEFFa", "\uD83D\uDE00", "\t");
        List<Listed> entries = names.stream()
                .map(name -> new Listed(
                        name,
                        NOW,
                        new Operators.Word(Optional.of("ann"), Optional.of(name), OptionalLong.of(NEW_YEAR))))
                .toList();
        ListFile read = new ListFileReader(ListKind.BLOCKED, NOW).read(utf8(written(entries, format)), format);

        assertThat(read.problems()).isEmpty();
        assertThat(read.entries()).extracting(ListEntry::name).containsExactlyElementsOf(names);
        assertThat(read.entries())
                .extracting(entry -> entry.reason().orElse(""))
                .containsExactlyElementsOf(names);
        assertThat(read.entries()).allSatisfy(entry -> assertThat(entry.until()).hasValue(NEW_YEAR));
    }

    @Test
    void aFileIsWrittenForPeopleToo() throws IOException {
        Listed listed =
                new Listed("a", 0, new Operators.Word(Optional.empty(), Optional.of("b"), OptionalLong.empty()));

        assertThat(written(List.of(listed), FileFormat.CSV))
                .isEqualTo("sender,reason,until,since,by\na,b,,1970-01-01T00:00:00.000Z,\n");
        assertThat(written(List.of(), FileFormat.CSV)).isEqualTo("sender,reason,until,since,by\n");
        assertThat(written(List.of(listed), FileFormat.JSONL))
                .isEqualTo("{\"sender\":\"a\",\"reason\":\"b\",\"since\":\"1970-01-01T00:00:00.000Z\"}\n");
    }

    private static String written(List<Listed> entries, FileFormat format) throws IOException {
        StringWriter out = new StringWriter();
        new ListFileWriter(ListKind.BLOCKED).write(entries, format, out);
        return out.toString();
    }

    private static ListFile csv(String text) throws IOException {
        return new ListFileReader(ListKind.BLOCKED, NOW).read(utf8(text), FileFormat.CSV);
    }

    private static ListFile json(String text) throws IOException {
        return new ListFileReader(ListKind.BLOCKED, NOW).read(utf8(text), FileFormat.JSONL);
    }

    private static ListEntry entry(long line, String name, String reason, long until) {
        return new ListEntry(line, name, Optional.of(reason), OptionalLong.of(until));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
