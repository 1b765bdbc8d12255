import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { eventsIn, idOf, providerOf, timeOf } from "../../../src/estatus/core/windows-event.ts";
import { said, textOf, type Recording } from "../../windows/recording.ts";

const folder = path.resolve("test/windows/recorded");
const files = fs.readdirSync(folder).filter((file) => file.endsWith(".json"));

test.for(files)("what Windows answered in %s says what a person found true", (file) => {
  const { said: agreed, ...recording } = JSON.parse(
    fs.readFileSync(path.join(folder, file), "utf8"),
  ) as Recording & {
    said: unknown;
  };
  expect(JSON.parse(JSON.stringify(said(recording)))).toEqual(agreed);
  for (const log of [recording.crashes, recording.tasks, recording.power].map(textOf)) {
    const events = eventsIn(log);
    expect(log).not.toContain("\ufffd");
    expect(events.length).toBe(log.split("</Event>").length - 1);
    for (const event of events) {
      expect([providerOf(event), idOf(event), timeOf(event)]).toEqual([
        expect.stringMatching(/./),
        expect.any(Number),
        expect.any(Number),
      ]);
      expect(timeOf(event)).not.toBeNaN();
    }
  }
  const [before, after] = recording.moments;
  expect(after!.bootId).toBe(before!.bootId);
  expect(before!.elapsed).toBeGreaterThanOrEqual(before!.awake);
  expect(after!.elapsed).toBeGreaterThanOrEqual(before!.elapsed);
});

const bytes = (encoding: BufferEncoding, text: string) => Buffer.from(text, encoding).toString("base64");
const event =
  "<Event xmlns='…'><System><Provider Name='Application Error'/><EventID>1000</EventID><TimeCreated SystemTime='2026-11-22T10:00:05.1234567Z'/></System><EventData><Data Name='AppName'>Agénda ñ 連絡.exe</Data><Data Name='ProcessId'>0x1a2c</Data></EventData></Event>";

test.for([
  ["UTF-16 with a mark", bytes("utf16le", `\ufeff${event}`)],
  ["UTF-16 without one", bytes("utf16le", event)],
  ["UTF-8", bytes("utf8", event)],
] as const)("a program's name beyond every code page is read from %s", ([, crashes]) => {
  expect(textOf(crashes)).toBe(event);
  const recording = { crashes, tasks: "", power: "", task: "", name: "T", program: "Agénda ñ 連絡.exe" };
  expect(said({ ...recording, windows: "", from: 0, to: 1, writtenAt: null, moments: [] })).toMatchObject({
    events: { crashes: 1, tasks: 0, power: 0 },
    crashedAt: "2026-11-22T10:00:05.123Z",
  });
});
