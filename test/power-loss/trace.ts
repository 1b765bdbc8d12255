import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

/** One change of what lies on the disk, or a sync, in the order they were made. `file` is the name at that time. */
export type Step =
  | { readonly kind: "create" | "unlink" | "sync"; readonly file: string }
  | { readonly kind: "write"; readonly file: string; readonly at: number; readonly data: Buffer }
  | { readonly kind: "truncate"; readonly file: string; readonly size: number }
  | { readonly kind: "rename" | "link"; readonly file: string; readonly to: string };

const CALLS = "openat,write,pwrite64,ftruncate,fsync,fdatasync,rename,link,unlink";

/** Runs a script under strace and gives every step it made in `folder`. Throws where it used a call not known here. */
export function traceSteps(script: string, folder: string): Step[] {
  const log = `${folder}.strace`;
  const watched = `${CALLS},writev,pwritev,pwritev2,renameat,renameat2,unlinkat,truncate,fallocate,copy_file_range`;
  const options = [
    "-f",
    "-y",
    "-xx",
    "-s",
    "1000000",
    "-e",
    `trace=${watched}`,
    "-e",
    "signal=none",
    "-o",
    log,
  ];
  execFileSync("strace", [...options, process.execPath, script, folder], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const lines = fs.readFileSync(log, "latin1").split("\n");
  fs.rmSync(log);
  const sizes = new Map<string, number>();
  return lines.flatMap((line) => stepOf(line, folder, sizes));
}

const decoded = (text: string) => Buffer.from(text.replaceAll("\\x", ""), "hex");

function stepOf(line: string, folder: string, sizes: Map<string, number>): Step[] {
  const call = /^\d+ +(\w+)\((.*)\) += (\d+)/.exec(line);
  if (call === null) return [];
  const [, name, words] = call as unknown as [string, string, string];
  const paths = [...words.matchAll(/[<"]((?:\\x[0-9a-f]{2})+)[>"]/g)].map(([, hex]) =>
    decoded(hex!).toString(),
  );
  const own = (file: string | undefined) =>
    file !== undefined && (file === folder || file.startsWith(folder + path.sep));
  const nameOf = (file: string) => path.relative(folder, file);
  if (name === "openat") {
    const file = paths.at(-1);
    if (!own(file)) return [];
    if (words.includes("O_TRUNC")) sizes.set(file!, 0);
    return [
      ...(words.includes("O_CREAT") ? [{ kind: "create", file: nameOf(file!) } as const] : []),
      ...(words.includes("O_TRUNC") ? [{ kind: "truncate", file: nameOf(file!), size: 0 } as const] : []),
    ];
  }
  const file = paths[0];
  if (!own(file)) return [];
  const to = paths[1];
  switch (name) {
    case "fsync":
    case "fdatasync":
      return [{ kind: "sync", file: nameOf(file!) }];
    case "unlink":
      sizes.delete(file!);
      return [{ kind: "unlink", file: nameOf(file!) }];
    case "link":
      return [{ kind: "link", file: nameOf(file!), to: nameOf(to!) }];
    case "rename":
      sizes.set(to!, sizes.get(file!) ?? 0);
      sizes.delete(file!);
      return [{ kind: "rename", file: nameOf(file!), to: nameOf(to!) }];
    case "ftruncate":
      return [{ kind: "truncate", file: nameOf(file!), size: Number(/, (\d+)$/.exec(words)![1]) }];
    case "write":
    case "pwrite64":
      return [writeOf(name, words, file!, nameOf(file!), sizes)];
    default:
      throw new Error(`a call that this simulation does not know: ${name} on ${file}`);
  }
}

function writeOf(name: string, words: string, file: string, short: string, sizes: Map<string, number>): Step {
  const [, hex] = /, "((?:\\x[0-9a-f]{2})*)"/.exec(words)!;
  const data = decoded(hex!);
  // `write` goes to the end here: all files written so are appended to, or written once from their start.
  const at = name === "pwrite64" ? Number(/, (\d+)$/.exec(words)![1]) : (sizes.get(file) ?? 0);
  sizes.set(file, Math.max(sizes.get(file) ?? 0, at + data.length));
  return { kind: "write", file: short, at, data };
}
