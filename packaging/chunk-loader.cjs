// The first script of a single executable. The program's chunks lie in the executable as assets; each is compiled
// when something first asks for it, so that a command pays only for what it uses. What V8 made of a chunk is kept in
// `compiled/` beside the executable when the run ends, and spares the next ones of its command most of their compiling:
// what another command uses would only be read for nothing. Each run compiles what it alone uses: so the first few add to
// it.
// Runs before everything else, and so asks Node for nothing that a run may not need.
const { getAsset } = require("node:sea");
const { Script } = require("node:vm");
const fs = require("node:fs");
const path = require("node:path");

const fromNode = require;
const RUNS_THAT_ADD = 8;
// The number of runs, in the bytes that keep the rest where V8 wants it.
const HEADER = 8;
const loaded = new Map();
const toKeep = new Map();
const [program, build, ...ownBundles] = getAsset("build", "utf8").split(" ");
const builds = path.join(path.dirname(process.execPath), "compiled", program);
const command = /^[a-z]{1,20}$/.exec(process.argv[2] ?? "")?.[0] ?? "-";
const kept = path.join(builds, build, command);
const bundle = ownBundles.includes(command) ? command : "-";

function load(name) {
  // An addon, by its full path: the require of a single executable knows only Node's own modules.
  if (path.isAbsolute(name)) return fromNode("node:module").createRequire(process.execPath)(name);
  if (!name.startsWith("./")) return fromNode(name);
  return exportsOf(loaded.get(name) ?? run(name));
}

function run(name) {
  const chunk = { exports: {}, handOut: undefined, isAsked: false };
  loaded.set(name, chunk);
  compile(name.slice(2)).call(chunk.exports, chunk.exports, load, chunk, __filename, __dirname);
  if (chunk.isAsked) chunk.handOut?.();
  return chunk;
}

// A chunk that is still running, and is asked by one that it asked itself, hands its names out at its end.
function exportsOf(chunk) {
  if (!chunk.isAsked) {
    chunk.isAsked = true;
    chunk.handOut?.();
  }
  return chunk.exports;
}

function compile(name) {
  const filename = `chunks/${bundle}/${name}`;
  const source = getAsset(filename, "utf8");
  const known = readCompiled(name);
  const script = new Script(source, { filename, cachedData: known?.data });
  const runs = known === undefined || script.cachedDataRejected ? 0 : known.runs;
  if (runs < RUNS_THAT_ADD) keepAtTheEnd(name, script, runs + 1);
  return script.runInThisContext();
}

// V8 does not look whether its own data is whole, and a damaged bit would crash it: hence two copies that must agree.
// They tell what a power cut left as well, so that nobody waits for the disk.
function readCompiled(name) {
  try {
    const file = fs.readFileSync(path.join(kept, `${name}.bin`));
    const half = HEADER + (file.length - HEADER) / 2;
    const data = file.subarray(HEADER, half);
    return data.length > 0 && data.equals(file.subarray(half)) ? { runs: file[0], data } : undefined;
  } catch {
    return undefined;
  }
}

function keepAtTheEnd(name, script, runs) {
  if (toKeep.size === 0) process.once("exit", keepCompiled);
  toKeep.set(name, { script, runs });
}

// A folder that takes nothing is no trouble: the next run compiles again. A code of 2 may be a word that is no command.
function keepCompiled(code) {
  if (code === 2) return;
  try {
    fs.mkdirSync(kept, { recursive: true });
    for (const [name, { script, runs }] of toKeep) {
      const header = Buffer.alloc(HEADER, runs);
      const data = script.createCachedData();
      const fresh = path.join(kept, `${name}.${process.pid}`);
      fs.writeFileSync(fresh, Buffer.concat([header, data, data]));
      fs.renameSync(fresh, path.join(kept, `${name}.bin`));
    }
    for (const other of fs.readdirSync(builds)) {
      if (other !== build) fs.rmSync(path.join(builds, other), { recursive: true });
    }
  } catch {}
}

run("./main.cjs");
