// The first script of a single executable. The program's chunks lie in the executable as assets; each is compiled
// when something first asks for it, so that a command pays only for what it uses. Runs before everything else.
const { getAsset } = require("node:sea");
const { createRequire } = require("node:module");
const { isAbsolute } = require("node:path");
const { compileFunction } = require("node:vm");

const fromNode = require;
const loaded = new Map();

function load(name) {
  // An addon, by its full path: the require of a single executable knows only Node's own modules.
  if (isAbsolute(name)) return createRequire(process.execPath)(name);
  if (!name.startsWith("./")) return fromNode(name);
  const known = loaded.get(name);
  if (known !== undefined) return known.exports;
  const chunk = { exports: {} };
  loaded.set(name, chunk);
  const filename = `chunks/${name.slice(2)}`;
  const parameters = ["exports", "require", "module", "__filename", "__dirname"];
  const run = compileFunction(getAsset(filename, "utf8"), parameters, { filename });
  run.call(chunk.exports, chunk.exports, load, chunk, __filename, __dirname);
  return chunk.exports;
}

load("./main.cjs");
