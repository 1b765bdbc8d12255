import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const root = path.join(import.meta.dirname, "../..");
const program = path.join(root, "dist/linux/Agenda");

/** Runs the keyboard and window tool; its output without the line end. */
export const xdotool = (...args: string[]) => execFileSync("xdotool", args, { encoding: "utf8" }).trim();

/** Waits until a question, put `every` so many ms, has an answer that is not null. Throws after a minute, which is a failure. */
export async function until<T>(what: string, ask: () => T | null, every = 100): Promise<T> {
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(every)) {
    const answer = ask();
    if (answer !== null) return answer;
  }
  throw new Error(`never: ${what}`);
}

export type OnScreen = {
  readonly pid: number;
  readonly ended: Promise<number | null>;
  readonly kill: (signal: NodeJS.Signals) => void;
} & AsyncDisposable;

/** Launches the single executable on the display of this process. */
export function launchWindow(folder: string, env: NodeJS.ProcessEnv = {}): OnScreen {
  const child = spawn(program, [], {
    env: {
      PATH: process.env["PATH"],
      DISPLAY: process.env["DISPLAY"],
      AGENDA_HOME: folder,
      HOME: folder,
      LANG: "es_ES.UTF-8",
      ...env,
    },
    stdio: "ignore",
  });
  const { promise: ended, resolve } = Promise.withResolvers<number | null>();
  child.once("exit", resolve);
  return {
    pid: child.pid!,
    ended,
    kill: (signal) => void child.kill(signal),
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** The window of that name that can be seen, or null. */
export function visibleWindow(): string | null {
  try {
    return xdotool("search", "--onlyvisible", "--name", "^Agenda$").split("\n")[0] ?? null;
  } catch {
    return null;
  }
}

/** Waits for the window, and brings it before all others. */
export async function shown(): Promise<string> {
  const window = await until("a window", visibleWindow);
  xdotool("windowactivate", "--sync", window);
  return window;
}

/** The same, with the cursor in the name, where it is at first. */
export async function ready(folder: string): Promise<string> {
  const cursor = "SELECT value ->> 'focus' FROM kept WHERE name = 'view'";
  const window = await shown();
  await until("the cursor in the name", () => (inDatabase(folder, cursor)[0] === "name" ? true : null));
  return window;
}

/**
 * Launches Agenda, and stops its engine before its page has come; gives the engine's process. Where the page was quicker
 * there is another try.
 */
export async function launchWithoutPage(folder: string): Promise<OnScreen & { readonly engine: number }> {
  for (let tries = 0; tries < 5; tries += 1) {
    const agenda = launchWindow(folder);
    const engine = await until("the engine", () => childOf(agenda.pid, "WebKitWebProces"), 5);
    process.kill(engine, "SIGSTOP");
    // What it had said before takes so long at most to have the window shown.
    await pause(1_000);
    if (visibleWindow() === null) return { ...agenda, engine };
    process.kill(engine, "SIGKILL");
    await agenda[Symbol.asyncDispose]();
  }
  throw new Error("every window was shown before its engine could be stopped");
}

/** The process of that name that a program has started, or null. */
export function childOf(pid: number, name: string): number | null {
  const isIt = (child: string) =>
    fs.readFileSync(`/proc/${child}/stat`, "utf8").includes(`(${name}`) &&
    fs.readFileSync(`/proc/${child}/status`, "utf8").includes(`PPid:\t${pid}\n`);
  for (const entry of fs.readdirSync("/proc").filter((each) => /^\d+$/.test(each))) {
    try {
      if (isIt(entry)) return Number(entry);
    } catch {
      // It has ended meanwhile.
    }
  }
  return null;
}

/** Place and size of a window's inside. */
export function geometryOf(window: string): { x: number; y: number; width: number; height: number } {
  const lines = xdotool("getwindowgeometry", "--shell", window).split("\n");
  const value = (name: string) => Number(lines.find((line) => line.startsWith(`${name}=`))!.split("=")[1]);
  return { x: value("X"), y: value("Y"), width: value("WIDTH"), height: value("HEIGHT") };
}

/** What the desktop's clipboard holds as text, "" for nothing; asked as another program would. */
export function clipboard(): string {
  try {
    return execFileSync("xclip", ["-o", "-selection", "clipboard"], { encoding: "utf8", stdio: "pipe" });
  } catch {
    return "";
  }
}

/** What the window manager was told of a window under that name. */
export const propertyOf = (window: string, name: string) =>
  execFileSync("xprop", ["-id", window, name], { encoding: "utf8" }).trim();

// An empty window is a few flat colours, 7 KB as a picture; one with a page in it is three times that.
const drawn = 12_000;

/** Waits until the window shows its page, and keeps what is on the screen as dist/window/NAME.png. */
export async function photograph(name: string): Promise<void> {
  const file = path.join(root, "dist/window", `${name}.png`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  await until("a page on the screen", () => {
    execFileSync("scrot", ["--overwrite", file]);
    return fs.statSync(file).size > drawn ? true : null;
  });
}

/** What Agenda's database holds now, asked beside it. */
export function inDatabase<T>(folder: string, sql: string): T[] {
  const script = `import D from "better-sqlite3"; const d = new D(process.argv[1], { readonly: true }); console.log(JSON.stringify(d.prepare(process.argv[2]).pluck().all()))`;
  const args = ["--input-type=module", "-e", script, path.join(folder, "agenda.db"), sql];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: "utf8" })) as T[];
}
