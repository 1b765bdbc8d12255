import { describe, expect, it } from "vitest";
import { isCandidate, withoutChildren, worthALook } from "../../../src/estatus/core/match.ts";

const wanted = { names: ["Agenda.exe"], paths: ["C:\\Apps\\Agenda.exe"], listedAs: ["Agenda.exe"] };
const facts = { pid: 5, ppid: 1, name: "Agenda.exe", path: "C:\\Apps\\Agenda.exe", ownSession: true };

describe("isCandidate", () => {
  it.each([
    ["the very program", {}, true],
    ["its name in another case", { name: "AGENDA.EXE" }, true],
    ["its path in another case, where paths ignore it", { path: "c:\\apps\\agenda.exe" }, true],
    ["a path that cannot be read", { path: null }, true],
    ["a session that cannot be read", { ownSession: null }, true],
    ["another name", { name: "Agenda2.exe" }, false],
    ["the same name in another folder", { path: "D:\\Old\\Agenda.exe" }, false],
    ["another user's session", { ownSession: false }, false],
  ])("judges %s", (_, change, expected) => {
    expect(isCandidate({ ...facts, ...change }, wanted, true)).toBe(expected);
  });

  it("minds the case of a path where the system does", () => {
    expect(isCandidate({ ...facts, path: "c:\\apps\\agenda.exe" }, wanted, false)).toBe(false);
  });
});

it("asks for details only of names that the list may show the program under", () => {
  // Without a name is a process that has only just begun.
  const byName = new Map(Object.entries({ "agenda.exe": [1, 2], "notepad.exe": [3], "": [4] }));
  expect(worthALook(wanted, byName).toSorted()).toEqual([1, 2, 4]);
  expect(worthALook(wanted, new Map())).toEqual([]);
});

describe("withoutChildren", () => {
  it("takes a program's own children for no duplicates of it", () => {
    const processes = [
      { pid: 10, ppid: 1 },
      { pid: 11, ppid: 10 },
      { pid: 12, ppid: 11 },
      { pid: 20, ppid: 1 },
    ];
    expect(withoutChildren(processes).map(({ pid }) => pid)).toEqual([10, 20]);
  });

  it("keeps a process that claims to be its own parent", () => {
    expect(withoutChildren([{ pid: 3, ppid: 3 }])).toHaveLength(1);
  });
});
