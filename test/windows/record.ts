// `node test\windows\record.ts [--since 24h] [--program Agenda.exe] [--as name] [--into folder]`, on Windows: writes down what the system
// itself answers, byte for byte, with what our code makes of it, as test/windows/recorded/<name>.json. A person looks
// whether `said` is true; from then on test/estatus/adapters/recorded.test.ts holds the code to it.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { thisMachine } from "../../src/estatus/adapters/machine.ts";
import {
  definitionWrittenAt,
  powerQuestion,
  taskQuestion,
} from "../../src/estatus/adapters/scheduler-facts.ts";
import { printedTask } from "../../src/estatus/adapters/task-query.ts";
import { crashQuestion } from "../../src/estatus/adapters/windows-crash.ts";
import { askLog, type LogQuestion } from "../../src/estatus/adapters/windows-log.ts";
import { parseDuration } from "../../src/estatus/core/duration.ts";
import { thisUser } from "../../src/estatus/task/owner.ts";
import { taskNameOf } from "../../src/estatus/task/plan.ts";
import { said, type Recording } from "./recording.ts";

const { values } = parseArgs({
  options: {
    since: { type: "string", default: "24h" },
    program: { type: "string", default: "Agenda.exe" },
    as: { type: "string", default: os.hostname().toLowerCase() },
    into: { type: "string", default: path.join(import.meta.dirname, "recorded") },
    native: { type: "string" },
  },
});
if (process.platform !== "win32") throw new Error("this records what Windows says: run it there");
// Where koffi's addon lies, if not among the modules.
if (values.native !== undefined) Object.assign(process, { resourcesPath: values.native });
const to = Date.now();
const from = to - (parseDuration(values.since) ?? 0);
const name = taskNameOf(await thisUser());
const bytes = async (question: LogQuestion) => Buffer.from(await askLog(question, 60_000)).toString("base64");
const { moment } = await thisMachine();

const recording: Recording = {
  windows: `${os.version()} ${os.release()} ${os.arch()}`,
  name,
  program: values.program,
  from,
  to,
  crashes: await bytes(crashQuestion(from)),
  tasks: await bytes(taskQuestion({ from, to })),
  power: await bytes(powerQuestion({ from, to })),
  task: await printedTask(name),
  writtenAt: definitionWrittenAt(name),
  // Before and after what took a while.
  moments: [moment(), moment()],
};
const file = path.join(values.into, `${values.as}.json`);
fs.writeFileSync(file, `${JSON.stringify({ ...recording, said: said(recording) }, null, 2)}\n`);
console.log(
  `${file}\nIt names this PC and its user. See whether "said" is true, then: npx vitest run --config test/vitest.config.ts recorded`,
);
