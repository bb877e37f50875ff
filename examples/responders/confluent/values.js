// Values of the topics: a byte 0, the id of the schema at the registry (4 bytes), the record in Avro.
const { AvroDeserializer, AvroSerializer, SchemaRegistryClient, SerdeType } = require("@confluentinc/schemaregistry");
const { registryUrls } = require("./settings");

const registry = new SchemaRegistryClient({ baseURLs: registryUrls });

// Without useLatestVersion it would guess a schema from the first record, and register that.
const serializer = new AvroSerializer(registry, SerdeType.VALUE, { useLatestVersion: true, autoRegisterSchemas: false });
const deserializer = new AvroDeserializer(registry, SerdeType.VALUE, {});

module.exports = {
  // Fields with a default may be missing. Times are epoch milliseconds, as numbers.
  encode: (topic, record) => serializer.serialize(topic, record),
  // By the schema that it was written with, which is fetched once by its id.
  decode: (topic, bytes) => deserializer.deserialize(topic, bytes),
};
