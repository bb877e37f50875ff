-- What the streams of avro/streams.sql or json/streams.sql add up to. Ask, for example:
--   SELECT * FROM blocked_per_minute WHERE WINDOWSTART > '2026-11-20T12:00:00';
--   SELECT * FROM offenders WHERE `subject` = '+15550100';
--   SELECT * FROM offenders EMIT CHANGES;
-- A grouping that is NULL is left out by ksqlDB, therefore COALESCE.

-- Verdicts per minute and reason.
CREATE TABLE IF NOT EXISTS allowed_per_minute
  WITH (KAFKA_TOPIC = 'ksql-allowed-per-minute', KEY_FORMAT = 'JSON', VALUE_FORMAT = 'JSON') AS
  SELECT COALESCE(`bypass`, 'judged') AS `bypass`, COUNT(*) AS `messages`
  FROM allowed_messages
  WINDOW TUMBLING (SIZE 1 MINUTE, RETENTION 7 DAYS)
  GROUP BY COALESCE(`bypass`, 'judged')
  EMIT CHANGES;

CREATE TABLE IF NOT EXISTS debounced_per_minute
  WITH (KAFKA_TOPIC = 'ksql-debounced-per-minute', KEY_FORMAT = 'JSON', VALUE_FORMAT = 'JSON') AS
  SELECT `reason`, COUNT(*) AS `messages`
  FROM debounced_messages
  WINDOW TUMBLING (SIZE 1 MINUTE, RETENTION 7 DAYS)
  GROUP BY `reason`
  EMIT CHANGES;

CREATE TABLE IF NOT EXISTS blocked_per_minute
  WITH (KAFKA_TOPIC = 'ksql-blocked-per-minute', KEY_FORMAT = 'JSON', VALUE_FORMAT = 'JSON') AS
  SELECT `reason`, COALESCE(`rule`, 'none') AS `rule`, COUNT(*) AS `messages`
  FROM blocked_messages
  WINDOW TUMBLING (SIZE 1 MINUTE, RETENTION 7 DAYS)
  GROUP BY `reason`, COALESCE(`rule`, 'none')
  EMIT CHANGES;

-- How many were allowed and how many blocked, by channel, since the topics began.
CREATE TABLE IF NOT EXISTS allowed_by_channel
  WITH (KAFKA_TOPIC = 'ksql-allowed-by-channel', KEY_FORMAT = 'JSON', VALUE_FORMAT = 'JSON') AS
  SELECT `message`->`channel` AS `channel`, COUNT(*) AS `allowed`
  FROM allowed_messages
  GROUP BY `message`->`channel`
  EMIT CHANGES;

CREATE TABLE IF NOT EXISTS blocked_by_channel
  WITH (KAFKA_TOPIC = 'ksql-blocked-by-channel', KEY_FORMAT = 'JSON', VALUE_FORMAT = 'JSON') AS
  SELECT `message`->`channel` AS `channel`, COUNT(*) AS `blocked`
  FROM blocked_messages
  GROUP BY `message`->`channel`
  EMIT CHANGES;

-- Top offenders: violations by subject. ksqlDB does not sort; whoever reads the table does.
CREATE TABLE IF NOT EXISTS offenders
  WITH (KAFKA_TOPIC = 'ksql-offenders', KEY_FORMAT = 'JSON', VALUE_FORMAT = 'JSON') AS
  SELECT `subject`, COUNT(*) AS `violations`, LATEST_BY_OFFSET(`rule`) AS `lastRule`, LATEST_BY_OFFSET(`at`) AS `lastAt`
  FROM sender_penalties
  WHERE `event` = 'VIOLATION'
  GROUP BY `subject`
  EMIT CHANGES;
