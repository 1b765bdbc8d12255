import { expect, test } from "vitest";
import { crashTime } from "../../../src/estatus/core/crash-event.ts";

// As wevtutil writes them: one event after another, without a root.
const named = `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Application Error' Guid='{a0e9b465-b939-57d7-b27d-95d8e925ff57}'/><EventID>1000</EventID><TimeCreated SystemTime='2026-11-22T10:00:05.1234567Z'/></System><EventData><Data Name='AppName'>Agenda.exe</Data><Data Name='AppVersion'>0.1.0.0</Data><Data Name='ProcessId'>0x1a2c</Data></EventData></Event>`;
const unnamed = `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Windows Error Reporting'/><EventID Qualifiers='0'>1001</EventID><TimeCreated SystemTime='2026-11-22T10:00:09.000000000Z'/></System><EventData><Data>1234</Data><Data>APPCRASH</Data><Data>agenda.exe</Data></EventData></Event>`;
const at = Date.parse("2026-11-22T10:00:05.123Z");
const since = at - 60_000;
const agenda = { pid: 0x1a2c };

test("a crash is found at its own time", () => {
  expect(crashTime(named, agenda, "Agenda.exe", since)).toBe(at);
});

test("of several events the earliest counts, named data or not", () => {
  expect(crashTime(`${unnamed}\r\n${named}`, agenda, "Agenda.exe", since)).toBe(at);
  expect(crashTime(unnamed, agenda, "Agenda.exe", since)).toBe(Date.parse("2026-11-22T10:00:09Z"));
});

test("another process of the same name is not this one", () => {
  expect(crashTime(named, { pid: 77 }, "Agenda.exe", since)).toBeNull();
});

test("another program's crash is not this one's", () => {
  expect(crashTime(named, agenda, "Other.exe", since)).toBeNull();
});

test("a crash before the program was last seen alive is an older one", () => {
  expect(crashTime(named, agenda, "Agenda.exe", at + 1)).toBeNull();
});

test("a file name with an ampersand is found as XML writes it", () => {
  expect(crashTime(named.replace("Agenda.exe", "A&amp;B.exe"), agenda, "A&B.exe", since)).toBe(at);
});

test.each([
  "",
  "Access is denied.",
  "<Event></Event>",
  named.replace(/SystemTime='[^']*'/, "SystemTime='x'"),
])("text that is no such event says nothing: %j", (text) => {
  expect(crashTime(text, agenda, "Agenda.exe", 0)).toBeNull();
});
