package io.weirkeeper.config;

import static io.weirkeeper.config.Policies.valid;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.policy.QueueRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each key of queue means. */
class QueueKeysTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "name: nothing                      | 100        | 600000",
                "queue: {}                          | 100        | 600000",
                "queue: {capacity: 1}               | 1          | 600000",
                "queue: {capacity: 2147483647}      | 2147483647 | 600000",
                "queue: {maxWait: 1ms}              | 100        | 1",
                "queue: {capacity: 50, maxWait: 2d} | 50         | 172800000",
            })
    void aHundredMessagesWaitForTenMinutesUnlessThePolicySaysOtherwise(String policy, int capacity, long maxWait) {
        assertThat(valid(policy).queue()).isEqualTo(new QueueRule(capacity, maxWait));
    }
}
