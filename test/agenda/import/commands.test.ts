import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { launch, newFolder } from "../launch.ts";

async function agenda(folder: string, ...args: string[]) {
  await using run = launch(folder, args);
  return await run.ended;
}

test("The commands add a file's contacts once, write them out, and read them back into an empty Agenda", async () => {
  using home = newFolder();
  using other = newFolder();
  const file = path.join(home.folder, "amigos.csv");
  fs.writeFileSync(file, 'Nombre;Teléfono\nAna;+34 600\n=Eva;-1\n;\n;;\nBob;"7\n');
  const first = await agenda(home.folder, "import", file);
  expect(first).toMatchObject({ code: 0, stderr: "" });
  expect(first.stdout).toBe(
    "amigos.csv: 2 new, 0 already there, 1 unreadable.\n" +
      "  Name: Nombre\n  Phone: Teléfono\n" +
      "  6: A quote is opened in this row and never closed.\n" +
      "2 contacts added. Agenda can undo this as one step.\n",
  );
  expect((await agenda(home.folder, "import", file)).stdout).toContain("0 new, 2 already there, 1 unr");
  for (const name of ["out.csv", "out.vcf"]) {
    const out = path.join(home.folder, name);
    expect(await agenda(home.folder, "export", out)).toMatchObject({ code: 0, stderr: "" });
    expect(fs.statSync(out).mode & 0o777).toBe(0o600);
    expect((await agenda(other.folder, "import", out, "--preview")).stdout).toContain(
      "2 new, 0 already there, 0 unr",
    );
    expect((await agenda(home.folder, "import", out)).stdout).toContain("0 new, 2 already there, 0 unr");
  }
  expect(fs.readdirSync(home.folder).filter((name) => name.endsWith(".part"))).toEqual([]);
});

test("An export by a link goes to the file that it leads to, and the link stays", async () => {
  using home = newFolder();
  const [target, link] = ["real.csv", "link.csv"].map((name) => path.join(home.folder, name));
  fs.symlinkSync(target!, link!);
  const list = path.join(home.folder, "ana.csv");
  fs.writeFileSync(list, "Ana,600111222\n");
  expect(await agenda(home.folder, "import", list)).toMatchObject({ code: 0 });
  expect(await agenda(home.folder, "export", link!)).toMatchObject({ code: 0, stderr: "" });
  expect(fs.readlinkSync(link!)).toBe(target);
  expect(fs.lstatSync(target!).isFile()).toBe(true);
});

test("What cannot be imported or exported is said in a sentence, with exit code 1 or 2, and changes nothing", async () => {
  using home = newFolder();
  const at = (name: string, content?: string) => {
    const file = path.join(home.folder, name);
    if (content !== undefined) fs.writeFileSync(file, content);
    return file;
  };
  const kept = at("kept.csv", "precious");
  fs.mkdirSync(at("folder.csv"));
  // Nothing in it, but a list is there now.
  await agenda(home.folder, "import", at("none.csv", "\n"));
  const cases: [number, RegExp, "import" | "export", string][] = [
    [2, /^There is no file /, "import", at("missing.csv")],
    [2, / is a folder\. /, "import", at("folder.csv")],
    [2, /^It cannot be told what x\.docx is\. /, "import", at("x.docx", "PK")],
    [2, /save it as CSV/, "import", at("x.xlsx", "PK\x03\x04")],
    [1, / is empty\. /, "import", at("empty.csv", "")],
    [1, /^There are no contacts in /, "import", at("blank.csv", "\n\n")],
    [1, / damaged or cut off at byte \d+\. /, "import", at("cut.pickle", "(lp0\nV")],
    [1, / asks for os\.system, /, "import", at("evil.pickle", "cos\nsystem\n(S'rm kept.csv'\ntR.")],
    [2, /^Agenda reads pickle files and does not write them\. /, "export", at("out.pickle")],
    [2, /^It cannot be told from its name /, "export", at("out.txt")],
    [2, / does not exist\. /, "export", path.join(home.folder, "no", "out.csv")],
    [2, / is a folder\. /, "export", at("folder.csv")],
  ];
  const ends = await Promise.all(cases.map(([, , command, file]) => agenda(home.folder, command, file)));
  for (const [i, [expected, sentence, , file]] of cases.entries()) {
    const { code, stdout, stderr } = ends[i]!;
    expect([file, code, stdout]).toEqual([file, expected, ""]);
    expect(stderr).toMatch(sentence);
  }
  expect(fs.readFileSync(kept, "utf8")).toBe("precious");
  expect((await agenda(home.folder, "export", at("all.csv"))).stdout).toMatch(/^0 contacts written/);
  expect(await agenda(home.folder, "export", "--frobnicate", kept)).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^There is no option "--frobnicate" here\. See "agenda export --help"\.$/m),
  });
});

test("An export from where no contacts are leaves a file that is there as it is, and makes nothing", async () => {
  using home = newFolder();
  const file = path.join(home.folder, "good.csv");
  fs.writeFileSync(file, "precious");
  const wrong = path.join(home.folder, "wrong");
  for (const folder of [wrong, home.folder]) {
    expect(await agenda(home.folder, "export", file, "--data", folder)).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringMatching(/^There are no contacts of Agenda in .*; nothing was written\. Check /),
    });
  }
  expect(fs.readFileSync(file, "utf8")).toBe("precious");
  expect(fs.readdirSync(home.folder)).toEqual(["good.csv"]);
});

test("A data folder that can never be made ends a command with a sentence", async () => {
  using home = newFolder();
  const file = path.join(home.folder, "amigos.csv");
  fs.writeFileSync(file, "Nombre;Teléfono\nAna;600\n");
  expect(await agenda(home.folder, "import", file, "--data", "/proc/x/y")).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^Agenda cannot keep its contacts in \/proc\/x\/y: /),
  });
});

test("A disk that fills up on the way takes the whole import back, and says so", async () => {
  using home = newFolder();
  const file = path.join(home.folder, "many.csv");
  fs.writeFileSync(
    file,
    Array.from({ length: 60_000 }, (_, i) => `Nombre ${i},6${i + 10_000_000}`).join("\n"),
  );
  const main = path.join(import.meta.dirname, "../../../src/agenda/main.ts");
  // No file may grow beyond 4 MB: to SQLite that is a full disk.
  const full = spawnSync(
    "bash",
    ["-c", `ulimit -f 4096; exec "$0" "${main}" import "${file}"`, process.execPath],
    {
      env: { PATH: process.env["PATH"], AGENDA_HOME: home.folder, ESTATUS_LANG: "en" },
      encoding: "utf8",
    },
  );
  expect(full).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/disk is full.*Nothing was changed/),
  });
  expect((await agenda(home.folder, "export", path.join(home.folder, "all.csv"))).stdout).toMatch(
    /^0 contacts/,
  );
  expect((await agenda(home.folder, "import", file)).stdout).toMatch(/^60,000 contacts added/m);
});

test("A preview says which columns are read as what, and which are left out", async () => {
  using home = newFolder();
  const file = path.join(home.folder, "amigos.csv");
  fs.writeFileSync(file, "Nombre;Fijo;Móvil;Correo;DNI;Notas\nAna;911000001;600000001;a@x.es;1;hola\n");
  expect((await agenda(home.folder, "import", file, "--preview")).stdout).toBe(
    "amigos.csv: 2 new, 0 already there, 0 unreadable.\n" +
      "  Name: Nombre\n" +
      "  Phone: Fijo, Móvil\n" +
      "  Where there is no name: Correo\n" +
      "  Left out: DNI, Notas\n",
  );
});
