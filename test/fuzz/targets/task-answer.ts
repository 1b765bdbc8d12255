import { parseTaskAnswer } from "../../../src/estatus/adapters/task-answer.ts";
import { isoOrNull } from "../../../src/locales/format.ts";
import { runSentences } from "../../../src/estatus/task/sentences.ts";
import { must, type Target } from "../target.ts";

const found = {
  state: 3,
  enabled: true,
  lastResult: 267_011,
  missedRuns: 0,
  lastRun: -62_135_596_800_000,
  nextRun: 1_795_341_605_000,
  xml: "<Task/>",
};

/** What PowerShell prints of a task: base64 of JSON, or whatever else it prints. */
export const taskAnswer: Target = {
  seeds: [
    JSON.stringify(found),
    JSON.stringify({ ...found, lastRun: 1_795_341_605_000, missedRuns: 4, lastResult: 2_147_942_402 }),
    JSON.stringify({ hresult: -2_147_024_894 }),
    JSON.stringify({ hresult: 2_147_750_687 }),
    "El t\u00e9rmino no se reconoce",
  ],
  words: [
    '"hresult":',
    '"enabled":',
    '"xml":',
    '"<Task/>"',
    "true",
    "null",
    "1e3",
    "\uFEFF",
    '"lastRun":',
    '"nextRun":',
  ],
  read(input) {
    const raw = parseTaskAnswer(input.toString("latin1"));
    must(["found", "missing", "unknown"].includes(raw.kind), "any text is an answer");
    const answer = parseTaskAnswer(` ${input.toString("base64")}\r\n`);
    if (answer.kind !== "found") return answer.kind === "missing" ? "read" : "refused";
    const { task } = answer;
    isoOrNull(task.lastRunAt);
    isoOrNull(task.nextRunAt);
    must(!runSentences(task).join().includes("NaN"), "the task's runs can be said");
    must(typeof task.definition.name === "string", "there is a definition");
    return "read";
  },
};
