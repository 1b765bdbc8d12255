import { refused } from "./errors.ts";
import { pythonModules } from "./python-modules.ts";
import { textOfBytes } from "./texts.ts";
import { box, isBox, isNamed, type Box, type Value } from "./values.ts";

type Call = (args: Value[]) => Value;

// What is taken from a container is shared and not copied: a file can ask for it a million times.
const itemsOf = (value: Value | undefined): Value[] => (isBox(value) ? value.items : []);
const filled =
  (kind: Box["kind"]): Call =>
  ([from]) =>
    isBox(from) ? { kind, items: from.items, entries: from.entries, states: [] } : box(kind);
const asText: Call = ([value]) => (typeof value === "string" ? value : "");
const inert: Call = (args) => box("object", args);
const asObject: Call = ([, , state]) => {
  if (isBox(state)) return { kind: "object", items: state.items, entries: state.entries, states: [] };
  return box("object", state === null || state === undefined ? [] : [state]);
};
// So Python 3.11 writes a member of an enumeration: its class, which does not exist here, and its name.
const memberOf: Call = ([from, name]) => {
  if (!isNamed(from) || !isClassOfProgram(from.name) || typeof name !== "string")
    throw refused("builtins.getattr");
  return box("object", [name]);
};
const fromLatin: Call = ([text]) =>
  typeof text === "string" ? textOfBytes(Buffer.from(text, "latin1")) : "";

// The only calls a pickle may make, each with our own harmless meaning. Python's modules have two names, of
// Python 2 and 3; `base` reduces them to one.
const calls: Readonly<Record<string, Call>> = {
  "builtins.list": filled("list"),
  "builtins.tuple": filled("tuple"),
  "builtins.set": filled("set"),
  "builtins.frozenset": filled("set"),
  "builtins.dict": filled("dict"),
  "builtins.object": inert,
  "builtins.getattr": memberOf,
  "builtins.str": asText,
  "builtins.unicode": asText,
  "builtins.bytes": asText,
  "builtins.bytearray": asText,
  "builtins.int": ([value]) => value ?? 0,
  "builtins.long": ([value]) => value ?? 0,
  "builtins.float": ([value]) => value ?? 0,
  "builtins.bool": ([value]) => value ?? false,
  "_codecs.encode": fromLatin,
  "collections.OrderedDict": filled("dict"),
  "collections.defaultdict": ([, ...from]) => filled("dict")(from),
  "collections.Counter": filled("dict"),
  "collections.deque": filled("list"),
  "copyreg._reconstructor": asObject,
  "copyreg.__newobj__": ([, ...args]) => box("object", args),
  "copyreg.__newobj_ex__": ([, args]) => box("object", itemsOf(args)),
  "datetime.date": inert,
  "datetime.datetime": inert,
  "datetime.time": inert,
  "datetime.timedelta": inert,
  "datetime.timezone": inert,
  "decimal.Decimal": asText,
  "types.SimpleNamespace": inert,
  "uuid.UUID": inert,
};

/** The name by which a global is known here. @throws AppError `pickle-refused` for one that is not allowed. */
export function allowedGlobal(module: string, name: string): string {
  const full = `${module}.${name}`;
  const known = `${base(module)}.${name}`;
  if (isListed(known)) return known;
  // A class of the program that wrote the file, which does not exist here: only its objects' data are taken.
  const parts = name.split(".");
  const isClass = parts.every((part) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(part) && !/^__.*__$/.test(part));
  const top = module.split(".")[0]!;
  if (!isClass || pythonModules.has(top) || (parts.length > 1 && pythonModules.has(parts[0]!)))
    throw refused(full);
  return full;
}

/**
 * What a call of an allowed global gives. A class of the old program's own, written as Python writes classes, gives an
 * object that is nothing but what it was called with: members of an enumeration are kept so.
 * @throws AppError `pickle-refused` for a global that is no such call.
 */
export function called(name: string, args: Value[]): Value {
  if (isListed(name)) return calls[name]!(args);
  if (!isClassOfProgram(name)) throw refused(name);
  return box("object", args);
}

// By its name alone, since it does not exist here; functions begin with a small letter.
function isClassOfProgram(name: string): boolean {
  return !isListed(name) && /^\p{Lu}/u.test(name.split(".").at(-1)!);
}

/** Whether a global is one of the listed calls, and not a class that does not exist here. */
export function isListed(name: string): boolean {
  return Object.hasOwn(calls, name);
}

function base(module: string): string {
  if (module === "__builtin__") return "builtins";
  return module === "copy_reg" ? "copyreg" : module;
}
