import { parseTaskAnswer } from "../../../src/estatus/adapters/task-answer.ts";
import { parseTask } from "../../../src/estatus/adapters/task-xml.ts";
import { DEFAULT_POLICY } from "../../../src/estatus/core/policy.ts";
import { taskDifferences, type TaskElement } from "../../../src/estatus/core/task-meaning.ts";
import { planTask, taskNameOf, writeTask } from "../../../src/estatus/task/plan.ts";
import { placesOf } from "../../../src/estatus/task/sentences.ts";
import { must, type Target } from "../target.ts";

const owner = { sid: "S-1-5-21-1-2-3-1001", names: ["PC\\Ana"] };
const program = {
  name: "Agenda",
  executable: "C:\\A.exe",
  arguments: [],
  heartbeat: null,
  policy: DEFAULT_POLICY,
};
const plan = planTask({ file: null, interval: 60_000, programs: [program] }, owner, taskNameOf(owner));
const expected = parseTask(writeTask(plan));

const small = (inside: string) => `<?xml version="1.0"?>\n<Task version="1.4" xmlns="x">${inside}</Task>`;

/** The XML of a task as Task Scheduler gives it back, as far as the comparison with what it should be. */
export const taskXml: Target = {
  seeds: [
    small(
      '<RegistrationInfo><Version>1</Version></RegistrationInfo><Triggers><TimeTrigger id="t"><Repetition><Interval>PT1M</Interval></Repetition></TimeTrigger></Triggers>' +
        '<Principals><Principal id="A"><UserId>PC\\Ana</UserId></Principal></Principals><Settings><Priority>7</Priority></Settings>' +
        '<Actions Context="A"><Exec><Command>C:\\e.exe</Command></Exec></Actions>',
    ),
    small("<!-- c --><![CDATA[x]]>&lt;&#x41;<?p i?><Settings/>"),
    '<!DOCTYPE Task [<!ENTITY a "b">]><Task>&a;</Task>',
  ],
  words: [
    "<Task>",
    "</Task>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "&#x0;",
    "&amp;",
    "<!DOCTYPE",
    'xmlns="',
    "P1DT2H3M4S",
    "</",
    "/>",
  ],
  read(input) {
    const json = JSON.stringify({
      enabled: true,
      lastRun: 0,
      nextRun: 0,
      missedRuns: 0,
      lastResult: 0,
      xml: input.toString(),
    });
    const answer = parseTaskAnswer(Buffer.from(json).toString("base64"));
    if (answer.kind !== "found") return "refused";
    check(answer.task.definition);
    const differences = taskDifferences(expected, answer.task.definition, owner);
    must(
      differences.every((each) => each.expected !== each.found),
      "a difference differs",
    );
    must(typeof placesOf(differences) === "string", "differences can be said");
    must(
      taskDifferences(answer.task.definition, answer.task.definition, owner).length === 0,
      "a task equals itself",
    );
    return "read";
  },
};

function check({ name, text, children }: TaskElement): void {
  must(typeof name === "string" && typeof text === "string", "an element has a name and a text");
  must(children.length === 0 || text === "", "only an element without children has a text");
  children.forEach(check);
}
