import { expect, test } from "vitest";
import { isInterpreter } from "../../../src/estatus/core/interpreter.ts";

test.for([
  ["/usr/bin/node", true],
  ["/usr/bin/python3.11", true],
  ["/usr/bin/php8.2", true],
  ["/usr/bin/lua5.4", true],
  ["C:\\Program Files\\Java\\bin\\javaw.exe", true],
  ["C:\\Python313\\PythonW.EXE", true],
  ["C:\\Windows\\System32\\wscript.exe", true],
  ["/opt/python/app", false],
  ["/opt/nodeworks", false],
  ["C:\\Programs\\Estatus\\Agenda.exe", false],
  ["/usr/bin/7z", false],
  ["/opt/3", false],
] as const)("That %s runs whatever it is given is %s by its name", ([file, is]) => {
  expect(isInterpreter(file)).toBe(is);
});
