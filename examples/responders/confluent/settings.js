// Where things are; the variables are those that ./weir takes too.
const { Kafka, logLevel } = require("kafkajs");

const env = process.env;
const prefix = env.WEIR_TOPICS_PREFIX ?? "";

module.exports = {
  kafka: new Kafka({
    brokers: (env.WEIR_KAFKA_BOOTSTRAP_SERVERS ?? "localhost:9092").split(","),
    logLevel: logLevel.WARN, // to stderr; INFO would go to stdout, among the answers
  }),
  registryUrls: (env.WEIR_KAFKA_SCHEMA_REGISTRY_URL ?? "http://localhost:8081").split(","),
  topics: {
    inbound: prefix + "inbound-messages",
    allowed: prefix + "allowed-messages",
    blocked: prefix + "blocked-messages",
    reports: prefix + "delivery-reports",
  },
};
