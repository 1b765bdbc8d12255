/** A program of this project as packaging sees it; paths are relative to the top of the checkout. */
export type Program = {
  readonly name: "estatus" | "Agenda";
  readonly entry: string;
  readonly sources: readonly string[];
  /** What it reads through `readResource`; a folder stands for everything in it. */
  readonly resources: readonly string[];
};

const shared = ["src/app-error.ts", "src/resources.ts", "src/sqlite", "src/locales", "package-lock.json"];

export const programs = {
  estatus: {
    name: "estatus",
    entry: "src/estatus/main.ts",
    sources: ["src/estatus", ...shared],
    resources: ["db/estatus", "dist/report", "tasks"],
  },
  Agenda: {
    name: "Agenda",
    entry: "src/agenda/main.ts",
    sources: ["src/agenda", ...shared],
    resources: ["db/agenda", "dist/ui"],
  },
} as const satisfies Record<Program["name"], Program>;
