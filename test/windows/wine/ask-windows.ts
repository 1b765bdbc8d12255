import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";

// Runs on Windows (here: under Wine), by node.exe: asks our own questions and writes the answers down as JSON.
const [output = "", native = "", open = "", own = ""] = process.argv.slice(2);
Object.assign(process, { resourcesPath: native });
const { windowsMachine } = await import("../../../src/estatus/adapters/machine-windows.ts");
const { examineTrust } = await import("../../../src/estatus/doctor/trust.ts");
const { DEFAULT_POLICY } = await import("../../../src/estatus/core/policy.ts");
const { accessQuestions } = await import("../../../src/estatus/adapters/windows-access.ts");
const { loadWindows } = await import("../../../src/estatus/adapters/windows-library.ts");
const { snapshotProcesses } = await import("../../../src/estatus/adapters/windows-list.ts");
const { processQuestions } = await import("../../../src/estatus/adapters/windows-process.ts");
const { tokenQuestions } = await import("../../../src/estatus/adapters/windows-token.ts");

const machine = await windowsMachine();
const windows = await loadWindows();
const processes = processQuestions(windows);
const token = tokenQuestions(windows, processes);
const moment = machine.moment();
const snapshot = snapshotProcesses(windows);
// As a check on ARM64 finds a process: in the snapshot.
const self = snapshot.find((listed) => listed.pid === process.pid)!;
const program = { name: "A", arguments: [], heartbeat: null, policy: DEFAULT_POLICY };
const config = { file: own, interval: 60_000, programs: [{ ...program, executable: open }] };
const asked = {
  asked: undefined,
  folder: "C:\\none",
  fallbackFolder: "C:\\none",
  now: Date.now(),
  repair: false,
};

// Another process, followed over its end; then this one by a creation time that is not its own, and nobody.
const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
await once(child, "spawn");
const identity = machine.live(child.pid!, moment)!.identity;
const calledOff = await machine.follow([identity], moment);
await calledOff.end();
const one = await machine.follow([identity], moment);
const followed = [one.allThere(), one.allThere()];
child.kill("SIGKILL");
await one.ended;
followed.push(one.allThere());
await one.end();
for (const pid of [process.pid, 4_000_000]) {
  const other = await machine.follow([{ ...identity, pid }], moment);
  followed.push(other.allThere());
  await other.end();
}

const answers = {
  pid: process.pid,
  now: Date.now(),
  moment,
  live: machine.live(process.pid, moment),
  again: machine.live(process.pid, machine.moment()),
  nobody: machine.live(4_000_000, moment),
  followed,
  facts: machine.facts(self, machine.wanted(process.execPath)),
  executable: process.execPath,
  ppid: process.ppid,
  snapshot,
  listed: await machine.list(),
  runsAs: machine.runsAs(process.pid),
  goneRunsAs: machine.runsAs(4_000_000),
  sid: token.userSid(),
  access: accessQuestions(windows).accessList(process.execPath),
  trust: await examineTrust({ config, ...asked }),
  accessOfNothing: accessQuestions(windows).accessList("C:\\no\\such\\file"),
  ending: machine.sessionEnding(),
  hung: machine.windowHung(process.pid),
};
fs.writeFileSync(output, JSON.stringify(answers));
process.exit(0);
