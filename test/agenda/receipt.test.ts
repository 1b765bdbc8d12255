import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { heartbeatIn, launch, newFolder } from "./launch.ts";

test.for(["SIGTERM", "SIGINT"] as const)(
  "%s ends it with exit 0 and a receipt that says quit",
  async (signal) => {
    using home = newFolder();
    await using agenda = launch(home.folder);
    expect(await agenda.firstLine).toContain("/open?key=");
    agenda.kill(signal);
    expect(await agenda.ended).toMatchObject({ code: 0, stderr: "" });
    expect(heartbeatIn(home.folder)).toMatchObject({ pid: agenda.pid, state: "closed", reason: "quit" });
  },
);

test("A defect of its own ends it with exit 1 and a receipt that says crashed", async () => {
  using home = newFolder();
  // It is thrown when Agenda says that it runs, however long that takes: before, nobody would write a receipt.
  const defect = path.join(home.folder, "defect.mjs");
  fs.writeFileSync(
    defect,
    `import fs from "node:fs";
     const running = () => {
       try {
         return JSON.parse(fs.readFileSync(process.env.AGENDA_HOME + "/alive.json", "utf8")).state === "running";
       } catch {
         return false;
       }
     };
     const waiting = setInterval(() => {
       if (!running()) return;
       clearInterval(waiting);
       throw new Error("out of luck");
     }, 20);`,
  );
  await using agenda = launch(home.folder, ["--no-window"], ["--import", defect]);
  const { code, stderr } = await agenda.ended;
  expect(code).toBe(1);
  expect(stderr).toContain("out of luck");
  expect(stderr).not.toContain("at Timeout");
  expect(heartbeatIn(home.folder)).toMatchObject({ state: "closed", reason: "crashed" });
});

test("The end of the session ends it with exit 0 and a receipt that says os-shutdown", async () => {
  using home = newFolder();
  const engine = path.join(import.meta.dirname, "fixtures/session-that-ends.mjs");
  await using agenda = launch(home.folder, [], ["--import", engine], { DISPLAY: ":nowhere" });
  expect(await agenda.ended).toMatchObject({ code: 0, stdout: "", stderr: "" });
  expect(heartbeatIn(home.folder)).toMatchObject({
    pid: agenda.pid,
    state: "closed",
    reason: "os-shutdown",
  });
});

test("The process is called Agenda and its files are for its owner only", async () => {
  using home = newFolder();
  const folder = path.join(home.folder, "of", "one");
  await using agenda = launch(folder);
  await agenda.firstLine;
  expect(fs.readFileSync(`/proc/${agenda.pid}/comm`, "utf8").trim()).toBe("Agenda");
  expect(fs.statSync(folder).mode & 0o777).toBe(0o700);
  const open = fs.readdirSync(folder).filter((name) => fs.statSync(path.join(folder, name)).mode & 0o077);
  expect(open).toEqual([]);
});

test.for([
  [["--port", "70000"], "65535"],
  [["--colour"], "--colour"],
  [["one-too-many"], "agenda --help"],
] as const)("Bad arguments %o are refused in a sentence with exit 2", async ([args, said]) => {
  using home = newFolder();
  await using agenda = launch(home.folder, [...args]);
  const { code, stderr } = await agenda.ended;
  expect(code).toBe(2);
  expect(stderr).toContain(said);
  expect(stderr).not.toContain("    at ");
  expect(fs.readdirSync(home.folder)).toEqual([]);
});

test("Help has an example and says nothing else", async () => {
  using home = newFolder();
  await using agenda = launch(home.folder, ["--help"]);
  expect(await agenda.ended).toMatchObject({
    code: 0,
    stderr: "",
    stdout: expect.stringContaining("Example"),
  });
});
