// Puts messages on inbound-messages in Avro: one JSON object a line on standard input, fields as in InboundMessage.
//
//   echo '{"id":"SM1","channel":"sms","sender":"+15550100","body":"hello"}' | node produce.js
const readline = require("node:readline");
const { Partitioners } = require("kafkajs");
const { kafka, topics } = require("./settings");
const { encode } = require("./values");

const BATCH = 100;

// Fields that have no default in the schema must be there; the others may be left out or null.
function message(line) {
  const given = JSON.parse(line);
  return {
    id: "", // better: the provider's id, by which the gate knows what was delivered again
    channel: "unknown",
    ...given,
    sentAt: given.sentAt === undefined ? Date.now() : new Date(given.sentAt).getTime(),
  };
}

async function main() {
  // Java's hash (murmur2): all messages of a sender on the partition where the gate expects them.
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  let batch = [];
  let sent = 0;
  const flush = async () => {
    if (batch.length === 0) return;
    await producer.send({ topic: topics.inbound, messages: batch });
    sent += batch.length;
    batch = [];
  };
  try {
    let number = 0;
    for await (const line of readline.createInterface({ input: process.stdin })) {
      number += 1;
      if (line.trim() === "") continue;
      try {
        const value = message(line);
        batch.push({ key: value.sender, value: await encode(topics.inbound, value) });
      } catch (error) {
        await flush(); // the lines before it are good
        throw new Error(`line ${number}: ${error.message}; sent the ${sent} before it`);
      }
      if (batch.length === BATCH) await flush();
    }
    await flush();
  } finally {
    await producer.disconnect();
  }
  console.log(`sent ${sent}`);
}

main().catch((error) => {
  console.error(`produce: ${error.message}`);
  process.exitCode = 1;
});
