/** A chunk of a bundle as the loader of a single executable takes it (see chunk-loader.cjs). */
export function chunkText(chunk: string): string {
  const text = plain(exportLater(chunk.replace(/^#!.*/, "")));
  // In one piece here, or V8 would put it together anew at each start.
  return `(function (exports, require, module, __filename, __dirname) {${text}\n})`;
}

// V8 reads text of one byte a character at half the cost, and one character beyond that makes all of it two bytes wide.
// In a text or a pattern the escape means the same; comments are gone.
function plain(text: string): string {
  return text.replaceAll(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

const EXPORTS =
  /\n(?:exports\.[\w$]+ = [\w$]+;\n?|Object\.defineProperty\(exports, "[\w$]+", \{\n(?: .*\n)+\}\);\n?)+$/;

// Handed out when another chunk first asks: each name that is set gives the object of names a new shape, and a run for
// which one chunk is enough would make a hundred of them for nobody.
function exportLater(text: string): string {
  const exported = EXPORTS.exec(text);
  if (exported === null) return text;
  return `${text.slice(0, exported.index)}\n;module.handOut = () => {${exported[0]}\n};`;
}
