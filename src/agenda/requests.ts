import { z } from "zod";
import { mostNamed } from "./most-named.ts";
import { longest, mostTyped } from "./too-long.ts";

const line = z.string().max(longest);
const typed = z.string().max(mostTyped);
const id = z.int().positive();
const sorts = ["name", "-name", "added", "-added"] as const;
const whole = z.coerce.number().int().nonnegative();

/** What a request may carry, one shape each; the types of the same names are in api-types.ts. */
export const shapes = {
  fields: z.object({ name: line, phone: line }),
  newContact: z.object({ name: line, phone: line, draft: z.string().min(8).max(64).optional() }),
  draft: z.object({ id: z.string().min(8).max(64), name: typed, phone: typed }),
  query: z.object({
    search: line.default(""),
    sort: z.enum(sorts).default("name"),
    offset: whole.default(0),
    limit: whole.max(500).default(100),
  }),
  viewChange: z
    .object({
      search: line,
      sort: z.enum(sorts),
      selection: z.union([z.array(id).max(mostNamed), z.literal("all")]),
      unselected: z.array(id).max(mostNamed),
      edit: z.object({ id, name: typed, phone: typed }).nullable(),
      scroll: z.object({ index: z.int().nonnegative(), id: id.nullable(), pixels: z.number() }),
      language: z.enum(["en", "es"]).nullable(),
      theme: z.enum(["light", "dark"]).nullable(),
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .nullable(),
      focus: z.string().max(100),
    })
    .partial(),
  stretch: z.object({ offset: whole.default(0), limit: whole.max(500).default(100) }),
  chosen: z.union([
    z.strictObject({ ids: z.array(id).max(100_000) }),
    z.strictObject({ search: line, but: z.array(id).max(100_000).default([]) }),
  ]),
  ids: z.object({ ids: z.array(id).max(100_000) }),
  upload: z.object({ name: z.string().max(255).default("") }),
  export: z.object({ format: z.enum(["csv", "vcf"]) }),
  undo: z.object({ change: id }),
  likely: z.object({
    name: line.default(""),
    phone: line.default(""),
    except: z.coerce.number().int().default(0),
  }),
  merge: z.object({ keep: id, others: z.array(id).min(1).max(1_000), name: line, phone: line }),
  id: z.coerce.number().int().positive(),
  show: z.object({ link: z.boolean() }),
  instance: z.object({ port: z.int(), secret: z.string(), answer: z.string() }),
} as const;

/** The first thing wrong with a request, as `field: reason`, or null where it was something else that failed. */
export function wrongIn(error: unknown): string | null {
  if (!(error instanceof z.ZodError)) return null;
  const issue = error.issues[0];
  return issue ? `${issue.path.join(".") || "body"}: ${issue.message}` : "body";
}
