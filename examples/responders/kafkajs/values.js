// Values of the topics: a byte 0, the id of the schema at the registry (4 bytes), the record in Avro.
const { SchemaRegistry } = require("@kafkajs/confluent-schema-registry");
const { registryUrls } = require("./settings");

const registry = new SchemaRegistry({ host: registryUrls[0] }); // it takes one URL only
const latest = new Map();

// The id of the schema that the gate has registered for the topic; asked for once, and again only if that failed.
function schemaId(topic) {
  if (!latest.has(topic)) {
    const id = registry.getLatestSchemaId(`${topic}-value`);
    latest.set(topic, id);
    id.catch(() => latest.delete(topic));
  }
  return latest.get(topic);
}

module.exports = {
  // Fields with a default may be missing. Times are epoch milliseconds, as numbers.
  encode: async (topic, record) => registry.encode(await schemaId(topic), record),
  // By the schema that it was written with, which is fetched once by its id.
  decode: (topic, bytes) => registry.decode(bytes),
};
