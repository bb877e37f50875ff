-- The topics of Weirkeeper as streams of ksqlDB 0.29, where their values are Avro. Run ../tables.sql after it; both may be
-- run again.
--
-- The schemas must be registered before (`weir schemas register`): for a subject without one ksqlDB registers its own.
-- Names are in backticks: so they keep their case, and none of them is taken for a keyword.
-- The time of a row, ROWTIME, is the record's: of a verdict when it was decided, of an inbound message when it arrived; so
-- no stream needs a TIMESTAMP property. The key of every record is its subject.

CREATE STREAM IF NOT EXISTS inbound_messages (
  `subject` VARCHAR KEY,
  `id` VARCHAR,
  `channel` VARCHAR,
  `sender` VARCHAR,
  `recipient` VARCHAR,
  `user` VARCHAR,
  `conversation` VARCHAR,
  `command` VARCHAR,
  `address` VARCHAR,
  `language` VARCHAR,
  `priority` INTEGER,
  `body` VARCHAR,
  `sentAt` TIMESTAMP,
  `attributes` MAP<VARCHAR, VARCHAR>
) WITH (KAFKA_TOPIC = 'inbound-messages', KEY_FORMAT = 'KAFKA', VALUE_FORMAT = 'AVRO');

CREATE STREAM IF NOT EXISTS allowed_messages (
  `subject` VARCHAR KEY,
  `message` STRUCT<`id` VARCHAR, `channel` VARCHAR, `sender` VARCHAR, `recipient` VARCHAR, `conversation` VARCHAR, `body` VARCHAR>,
  `decidedAt` TIMESTAMP,
  `policyVersion` BIGINT,
  `flags` ARRAY<VARCHAR>,
  `absorbed` ARRAY<VARCHAR>,
  `heldMillis` BIGINT,
  `bypass` VARCHAR
) WITH (KAFKA_TOPIC = 'allowed-messages', KEY_FORMAT = 'KAFKA', VALUE_FORMAT = 'AVRO');

CREATE STREAM IF NOT EXISTS debounced_messages (
  `subject` VARCHAR KEY,
  `message` STRUCT<`id` VARCHAR, `channel` VARCHAR, `sender` VARCHAR, `recipient` VARCHAR, `conversation` VARCHAR, `body` VARCHAR>,
  `decidedAt` TIMESTAMP,
  `policyVersion` BIGINT,
  `reason` VARCHAR,
  `by` VARCHAR
) WITH (KAFKA_TOPIC = 'debounced-messages', KEY_FORMAT = 'KAFKA', VALUE_FORMAT = 'AVRO');

CREATE STREAM IF NOT EXISTS blocked_messages (
  `subject` VARCHAR KEY,
  `message` STRUCT<`id` VARCHAR, `channel` VARCHAR, `sender` VARCHAR, `recipient` VARCHAR, `conversation` VARCHAR, `body` VARCHAR>,
  `decidedAt` TIMESTAMP,
  `policyVersion` BIGINT,
  `reason` VARCHAR,
  `rule` VARCHAR,
  `detail` VARCHAR,
  `retryAt` TIMESTAMP,
  `penalty` STRUCT<`kind` VARCHAR, `until` TIMESTAMP, `strikes` INTEGER>,
  `notice` VARCHAR
) WITH (KAFKA_TOPIC = 'blocked-messages', KEY_FORMAT = 'KAFKA', VALUE_FORMAT = 'AVRO');

CREATE STREAM IF NOT EXISTS sender_penalties (
  `subject` VARCHAR KEY,
  `at` TIMESTAMP,
  `event` VARCHAR,
  `rule` VARCHAR,
  `strikes` INTEGER,
  `kind` VARCHAR,
  `until` TIMESTAMP,
  `messageId` VARCHAR
) WITH (KAFKA_TOPIC = 'sender-penalties', KEY_FORMAT = 'KAFKA', VALUE_FORMAT = 'AVRO');
