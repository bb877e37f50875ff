package io.weirkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** What {@code weir sender show} prints. */
class SenderTableTest {
    @Test
    void everythingThatIsKnownIsOnALine() throws Exception {
        String table = SenderTable.of(new ObjectMapper().readTree("""
                {"sender":"+1","at":"2026-01-01T00:00:00.000Z","policyVersion":3,"tier":"trusted",
                 "standing":{"blocked":{"since":"S","until":"U","by":"ann","reason":"sells watches"},"trusted":{}},
                 "listed":{"blocked":false,"trusted":true,"admin":false},
                 "penalty":{"kind":"BAN","since":"S","until":"U","strikes":3,"rule":"flood"},
                 "ledger":{"strikes":2,"violations":[],"episodes":[{"rule":"flood","until":"E"},{"until":"F"}]},
                 "waiting":{"quiet":1,"room":2},
                 "limits":[{"id":"one","allow":"1 per 1h","mode":"enforce","applies":true,"used":1,"left":0,"resetsAt":"R","freeAt":"R"},
                           {"id":"chat","allow":"2 per 1h","mode":"shadow","applies":false}]}
                """));
        assertThat(table.lines().map(line -> line.strip().replaceAll(" +", " ")))
                .containsExactly(
                        "sender +1",
                        "at 2026-01-01T00:00:00.000Z",
                        "tier trusted",
                        "standing blocked since S until U by ann reason sells watches; trusted; trusted by the policy",
                        "penalty BAN since S until U for flood",
                        "strikes 2; flood until E; an earlier rule until F",
                        "waiting 1 for quiet, 2 for room",
                        "limit allowed used left resets at free at",
                        "one 1 per 1h 1 0 R R",
                        "chat (shadow) 2 per 1h - - - does not apply");
    }
}
