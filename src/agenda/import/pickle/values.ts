/**
 * What a pickle holds, made inert: text and bytes are strings, every container and every object is a `Box`,
 * and a global is only its name. Nothing here can be called.
 */
export type Value = null | boolean | number | bigint | string | Box | Named;

export type Box = {
  readonly kind: "list" | "tuple" | "set" | "dict" | "object";
  /** What is in a list, tuple or set; what an object was made with. */
  readonly items: Value[];
  /** What is in a dict. A later entry of a key counts more than an earlier one. */
  readonly entries: [Value, Value][];
  /** What an object was given after it was made: mostly a dict of its attributes. */
  readonly states: Box[];
};

/** A global that the file names: a class or a function, of which nothing is known here but its name. */
export type Named = { readonly kind: "global"; readonly name: string };

/** A container or an object with these items, and nothing else yet. */
export function box(kind: Box["kind"], items: Value[] = []): Box {
  return { kind, items, entries: [], states: [] };
}

/** Whether it is a container or an object. */
export function isBox(value: Value | undefined): value is Box {
  return typeof value === "object" && value !== null && value.kind !== "global";
}

/** Whether it is a global. */
export function isNamed(value: Value | undefined): value is Named {
  return typeof value === "object" && value !== null && value.kind === "global";
}
