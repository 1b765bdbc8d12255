import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { root } from "../packaging/paths.ts";
import { median } from "./harness/figures.ts";
import { fill } from "./harness/many-contacts.ts";
import type { Bench, Group, Row } from "./harness/row.ts";
import type { WindowTimes } from "./harness/window-times.ts";

/** Agenda's real window in the window lane's chroot: from its launch to the list on screen, and what it costs at rest. */
export const agendaWindow: Group = { name: "agenda-window", needs: [], run: measureWindow };

const packages = "xvfb openbox xdotool scrot libwebkit2gtk-4.1-0 libxdo3 fonts-dejavu-core";

async function measureWindow({ short, say }: Bench): Promise<Row[]> {
  const sizes = short ? [0, 1_000] : [0, 1_000, 1_000_000];
  const [runs, settled, seconds] = short ? [1, 20, 3] : [15, 60, 60];
  execFileSync("npm", ["run", "-s", "build", "--", "--window"], { cwd: root, stdio: ["ignore", 2, 2] });
  // The chroot sees nothing but the checkout.
  const cache = path.join(root, "node_modules/.cache/bench");
  fs.mkdirSync(cache, { recursive: true });
  const place = fs.mkdtempSync(path.join(cache, "window-"));
  try {
    for (const size of sizes) {
      say(`filling ${size}`);
      fs.mkdirSync(path.join(place, String(size)), { mode: 0o700 });
      fill(path.join(place, String(size)), size);
    }
    return rowsOf(sizes, timesIn(place, sizes, [runs!, settled!, seconds!]), runs!);
  } finally {
    fs.rmSync(place, { recursive: true });
  }
}

function timesIn(place: string, sizes: readonly number[], numbers: readonly number[]): WindowTimes {
  const inside = [".ci/with-display.sh", "node_modules/.bin/node", "bench/harness/window-times.ts"];
  const words = [place, sizes.join(","), ...numbers.map(String)];
  const output = execFileSync(".ci/chroot.sh", [packages, ...inside, ...words], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", 2],
  });
  return JSON.parse(output) as WindowTimes;
}

function rowsOf(
  sizes: readonly number[],
  { empty, launches, restingShare, restingElsewhere }: WindowTimes,
  runs: number,
): Row[] {
  const none = median(launches[0]!);
  const what = (size: number) => `launch to restored list on screen, ${size.toLocaleString("en")} contacts`;
  const toNone = { name: "an empty window", value: median(empty) };
  return [
    { what: what(0), unit: "ms", ours: none, peer: toNone, goal: { atMost: 2, of: "ratio" }, runs },
    ...sizes.slice(1).map((size, at): Row => ({
      what: what(size),
      unit: "ms",
      ours: median(launches[at + 1]!),
      peer: { name: "itself with none", value: none },
      goal: { atMost: 1.2, of: "ratio" },
      runs,
    })),
    {
      what: "window at rest and in front, the cursor in a field, CPU of a core with the engine's processes",
      unit: "%",
      ours: restingShare * 100,
      peer: { name: "the cursor elsewhere", value: restingElsewhere * 100 },
      goal: { atMost: 0.3, of: "value" },
    },
  ];
}
