import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const root = path.join(import.meta.dirname, "..");

type Import = { readonly from: string; readonly to: string };

/** Every import of the sources, static and dynamic; paths from the top of the checkout, libraries by their name. */
function importsUnder(folder: string): Import[] {
  const files = fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => path.posix.join(folder, file.replaceAll(path.sep, "/")));
  return files.flatMap((from) =>
    [
      ...fs
        .readFileSync(path.join(root, from), "utf8")
        .matchAll(/(?:\bfrom|\bimport\(|^import) ?"([^"\n]+)"/gm),
    ].map(([, to]) => ({
      from,
      to: to!.startsWith(".") ? path.posix.join(path.posix.dirname(from), to!) : to!,
    })),
  );
}

const all = importsUnder("src");
const layer = (file: string) => /^src\/estatus\/([a-z]+)\//.exec(file)?.[1] ?? "";

describe("the sources", () => {
  it("have imports to speak of", () => {
    expect(all.length).toBeGreaterThan(200);
  });

  it("import each library from one file a program; the page's own framework apart", () => {
    const users = new Map<string, Set<string>>();
    for (const { from, to } of all) {
      if (/^(src\/|node:|@?preact)|\s/.test(to)) continue;
      const library = to
        .split("/")
        .slice(0, to.startsWith("@") ? 2 : 1)
        .join("/");
      const key = `${library} in ${from.split("/")[1]}`;
      users.set(key, (users.get(key) ?? new Set()).add(from));
    }
    const several = [...users].filter(([, files]) => files.size > 1);
    expect(several.map(([key, files]) => [key, [...files]])).toEqual([]);
  });

  it("keep the core pure: it imports nothing but itself", () => {
    const outward = all.filter(({ from, to }) => layer(from) === "core" && layer(to) !== "core");
    expect(outward).toEqual([]);
  });

  it.each([
    ["adapters", ["core", "adapters"]],
    ["store", ["core", "store", "adapters", "config"]],
    ["config", ["core", "config"]],
    ["report", ["core", "report", "store"]],
  ])("let %s import only %j of the checker", (from, allowed) => {
    const wrong = all.filter(
      (each) => layer(each.from) === from && layer(each.to) !== "" && !allowed.includes(layer(each.to)),
    );
    expect(wrong).toEqual([]);
  });

  it("keep the two programs apart", () => {
    const crossing = all.filter(
      ({ from, to }) =>
        (from.startsWith("src/estatus/") && to.startsWith("src/agenda/")) ||
        (from.startsWith("src/agenda/") && to.startsWith("src/estatus/")),
    );
    expect(crossing).toEqual([]);
  });

  it("set an exit code only in the two mains", () => {
    const files = fs
      .readdirSync(path.join(root, "src"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !/^(estatus|agenda)[\\/]main\.ts$/.test(file));
    const setting = files.filter((file) =>
      /process\.exitCode\s*=|process\.exit\(/.test(fs.readFileSync(path.join(root, "src", file), "utf8")),
    );
    expect(setting).toEqual([]);
  });
});
