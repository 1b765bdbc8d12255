import { expect, test } from "vitest";
import { othersWhoMayChange } from "../../../src/estatus/core/access-list.ts";

const ME = "S-1-5-21-1-2-3-1001";
const INSTALLER = "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464";

// Written in the form that Windows gives; rights and entries are those of the places named.
test.for([
  ["a file in the user's own folder", `O:${ME}D:AI(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;FA;;;${ME})`, []],
  [
    "a program under Program Files",
    `O:${INSTALLER}D:PAI(A;;FA;;;${INSTALLER})(A;;0x1200a9;;;SY)(A;;0x1200a9;;;BA)(A;;0x1200a9;;;BU)(A;;0x1200a9;;;AC)(A;;0x1200a9;;;S-1-15-2-2)`,
    [],
  ],
  ["a file below C:\\, which others may modify", "O:BAD:AI(A;ID;FA;;;BA)(A;ID;0x1301bf;;;AU)", ["AU"]],
  ["a file that everyone may write", `O:${ME}D:(A;;FR;;;BU)(A;;FW;;;WD)`, ["WD"]],
  ["one whose rights others may rewrite", `O:${ME}D:(A;;WD;;;BU)`, ["BU"]],
  ["one that another user owns", "O:S-1-5-21-1-2-3-1002G:DUD:(A;;FA;;;SY)", ["S-1-5-21-1-2-3-1002"]],
  ["one without any list", `O:${ME}D:NO_ACCESS_CONTROL`, ["WD"]],
  ["an entry for what is inside alone", `O:${ME}D:(A;OICIIO;FA;;;BU)(A;;0x1200a9;;;BU)`, []],
  ["an entry that denies", `O:${ME}D:(D;;FA;;;BU)`, []],
  ["a conditional entry", `O:${ME}D:(XA;;FW;;;BU;(x))`, ["BU"]],
  ["rights that nobody knows", `O:${ME}D:(A;;ZZ;;;BU)`, ["BU"]],
] as const)("Who else may change %s is known by its access list", ([, sddl, others]) => {
  expect(othersWhoMayChange(sddl, ME, "file")).toEqual(others);
});

test("In a folder, to make files and to delete what is inside count, and to make folders does not", () => {
  const folder = (rights: string) => othersWhoMayChange(`O:${ME}D:(A;;${rights};;;AU)`, ME, "folder");
  expect(folder("0x2")).toEqual(["AU"]);
  expect(folder("0x40")).toEqual(["AU"]);
  expect(folder("LC")).toEqual([]);
  expect(folder("0x1200a9")).toEqual([]);
});

test("What is no descriptor says nothing", () => {
  for (const text of ["", "D:(A;;FA;;;WD)", "Acceso denegado"])
    expect(othersWhoMayChange(text, ME, "file")).toBeNull();
});
