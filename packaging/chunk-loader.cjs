// The first script of a single executable. The program's chunks lie in the executable as assets; each is compiled
// when something first asks for it, so that a command pays only for what it uses. What V8 made of a chunk is kept in
// `compiled/` beside the executable when the first run ends, and spares the next ones most of their compiling.
// Runs before everything else, and so asks Node for nothing that a run may not need.
const { getAsset } = require("node:sea");
const { Script } = require("node:vm");
const fs = require("node:fs");
const path = require("node:path");

const fromNode = require;
const loaded = new Map();
const newlyCompiled = new Map();
const [program, build] = getAsset("build", "utf8").split(" ");
const builds = path.join(path.dirname(process.execPath), "compiled", program);

function load(name) {
  // An addon, by its full path: the require of a single executable knows only Node's own modules.
  if (path.isAbsolute(name)) return fromNode("node:module").createRequire(process.execPath)(name);
  if (!name.startsWith("./")) return fromNode(name);
  const known = loaded.get(name);
  if (known !== undefined) return known.exports;
  const chunk = { exports: {} };
  loaded.set(name, chunk);
  compile(name.slice(2)).call(chunk.exports, chunk.exports, load, chunk, __filename, __dirname);
  return chunk.exports;
}

function compile(name) {
  const filename = `chunks/${name}`;
  const source = `(function (exports, require, module, __filename, __dirname) {${getAsset(filename, "utf8")}\n})`;
  const cachedData = readCompiled(name);
  const script = new Script(source, { filename, cachedData });
  if (cachedData === undefined || script.cachedDataRejected) keepAtTheEnd(name, script);
  return script.runInThisContext();
}

// V8 does not look whether its own data is whole, and a damaged bit would crash it: hence two copies that must agree.
function readCompiled(name) {
  try {
    const twice = fs.readFileSync(path.join(builds, build, `${name}.bin`));
    const half = twice.length / 2;
    return half > 0 && twice.subarray(0, half).equals(twice.subarray(half))
      ? twice.subarray(0, half)
      : undefined;
  } catch {
    return undefined;
  }
}

function keepAtTheEnd(name, script) {
  if (newlyCompiled.size === 0) process.once("exit", keepCompiled);
  newlyCompiled.set(name, script);
}

// A folder that takes nothing is no trouble: the next run compiles again.
function keepCompiled() {
  try {
    fs.mkdirSync(path.join(builds, build), { recursive: true });
    for (const [name, script] of newlyCompiled) {
      const data = script.createCachedData();
      const fresh = path.join(builds, build, `${name}.${process.pid}`);
      fs.writeFileSync(fresh, Buffer.concat([data, data]), { flush: true });
      fs.renameSync(fresh, path.join(builds, build, `${name}.bin`));
    }
    for (const other of fs.readdirSync(builds)) {
      if (other !== build) fs.rmSync(path.join(builds, other), { recursive: true });
    }
  } catch {}
}

load("./main.cjs");
