// Answers what was allowed, tells senders why they were blocked where the gate wants them told, and reports what became
// of each answer. An answer is a line on standard output; a real responder would ask its provider to send it.
//
//   node respond.js            the answers
//   node respond.js --json     the verdicts, whole
const { Partitioners } = require("kafkajs");
const { kafka, topics } = require("./settings");
const { decode, encode } = require("./values");

const json = process.argv.includes("--json");

const consumer = kafka.consumer({
  groupId: process.env.RESPONDER_GROUP ?? "weirkeeper-example",
  // The default, written down because it must not be true: the gate writes in transactions, and what was not
  // committed may be taken back.
  readUncommitted: false,
});
const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });

function answerTo(topic, verdict) {
  if (topic === topics.blocked) {
    return verdict.notice; // null for most of them: say nothing, or the notices become the flood
  }
  return `You said: ${verdict.message.body}`;
}

const REMEMBERED = 10_000;
const printed = new Set();

function printOnce(what, line) {
  if (printed.has(what)) return;
  console.log(line);
  printed.add(what);
  if (printed.size > REMEMBERED) printed.delete(printed.values().next().value); // the oldest
}

// One verdict after the other. kafkajs commits an offset after this has returned, and calls it again with the same
// message when it has failed: so what can fail comes before the answer, and what was answered is remembered by the key
// and message.id, because the report may fail after it. After a crash the message comes again too; then only a memory
// that outlives the process would help.
async function respond({ topic, partition, message }) {
  const verdict = await decode(topic, message.value);
  const key = message.key.toString();
  const { id, sender } = verdict.message;
  const text = answerTo(topic, verdict);
  const report = { messageId: id, recipient: sender, status: "SENT", at: Date.now() };
  const value = text === null ? null : await encode(topics.reports, report);

  if (json) {
    printOnce(`${topic} ${partition} ${message.offset}`, JSON.stringify({ topic, key, verdict }));
  } else if (text !== null) {
    printOnce(JSON.stringify([key, id]), `${sender}: ${text}`);
  }
  if (value !== null) await producer.send({ topic: topics.reports, messages: [{ key: sender, value }] });
}

async function main() {
  await producer.connect();
  await consumer.connect();
  // A group that is new begins with what is there, so that nothing is missed before its first commit.
  await consumer.subscribe({ topics: [topics.allowed, topics.blocked], fromBeginning: true });
  await consumer.run({ eachMessage: respond });
}

const PATIENCE_MS = 10_000;

async function stop() {
  setTimeout(() => process.exit(1), PATIENCE_MS).unref(); // without a broker the rest would wait for one
  await consumer.disconnect(); // waits for the answer that is under way, and commits it
  await producer.disconnect();
}

process.once("SIGINT", stop);
process.once("SIGTERM", stop);
consumer.on(consumer.events.CRASH, ({ payload }) => {
  if (!payload.restart) {
    console.error(`respond: ${payload.error.message}`);
    process.exitCode = 1;
    stop();
  }
});
main().catch((error) => {
  console.error(`respond: ${error.message}`);
  process.exitCode = 1;
  stop();
});
