import type { Unusual } from "../estatus/core/runs-as.ts";
import { inLanguage } from "./language.ts";

type Seen = { readonly priority: string; readonly session: number | null };
type Said = { readonly sentence: (name: string, seen: Seen) => string; readonly cure: string };

const en = () => ({
  asUsual: (name: string) =>
    `${name} runs as after a double click: normal priority, not elevated, on your own desktop.`,
  relaunchedAt: (time: string) => `At the relaunch of ${time}:`,
  unusual: {
    priority: {
      sentence: (name, { priority }) =>
        `${name} runs at priority "${priority}", not "normal" as after a double click.`,
      cure: "Close it: the next check starts it at normal priority.",
    },
    elevated: {
      sentence: (name) =>
        `${name} runs as administrator: other programs cannot drag files into it or paste into it.`,
      cure: 'Close it, and let the task start it; do not run "estatus check" or Agenda from a terminal opened as administrator.',
    },
    session: {
      sentence: (name, { session }) =>
        `${name} runs in session ${session ?? "?"}, not on your own desktop: its window is not to be seen.`,
      cure: 'The check ran as a service or as another user: take that task out, then run "estatus register" as yourself.',
    },
  } satisfies Record<Unusual, Said> as Record<Unusual, Said>,
});

const es: typeof en = () => ({
  asUsual: (name) =>
    `${name} se ejecuta como tras un doble clic: prioridad normal, sin elevación, en su propio escritorio.`,
  relaunchedAt: (time) => `Al reabrirlo el ${time}:`,
  unusual: {
    priority: {
      sentence: (name, { priority }) =>
        `${name} se ejecuta con prioridad "${priority}", y no "normal" como tras un doble clic.`,
      cure: "Ciérrelo: la próxima revisión lo abre con prioridad normal.",
    },
    elevated: {
      sentence: (name) =>
        `${name} se ejecuta como administrador: otros programas no pueden arrastrar ni pegar nada en él.`,
      cure: 'Ciérrelo y deje que lo abra la tarea; no ejecute "estatus check" ni Agenda desde un terminal de administrador.',
    },
    session: {
      sentence: (name, { session }) =>
        `${name} se ejecuta en la sesión ${session ?? "?"}, y no en su propio escritorio: su ventana no se ve.`,
      cure: 'La revisión se ejecutó como servicio o como otro usuario: quite esa tarea y ejecute "estatus register" desde su propia cuenta.',
    },
  },
});

/** What `estatus doctor` says of how programs run. */
export const text = inLanguage({ en, es });
