import { pick } from "./language.ts";

const en = {
  asUsual: (name: string) => `${name} runs as after a double click: normal priority, not elevated.`,
  priority: (name: string, priority: string) =>
    `${name} runs at priority "${priority}", not "normal" as after a double click.`,
  priorityCure: "Close it: the next check starts it at normal priority.",
  elevated: (name: string) =>
    `${name} runs as administrator: other programs cannot drag files into it or paste into it.`,
  elevatedCure:
    'Close it, and let the task start it; do not run "estatus check" or Agenda from a terminal opened as administrator.',
};

const es: typeof en = {
  asUsual: (name) => `${name} se ejecuta como tras un doble clic: prioridad normal, sin elevación.`,
  priority: (name, priority) =>
    `${name} se ejecuta con prioridad "${priority}", y no "normal" como tras un doble clic.`,
  priorityCure: "Ciérrelo: la próxima revisión lo abre con prioridad normal.",
  elevated: (name) =>
    `${name} se ejecuta como administrador: otros programas no pueden arrastrar ni pegar nada en él.`,
  elevatedCure:
    'Ciérrelo y deje que lo abra la tarea; no ejecute "estatus check" ni Agenda desde un terminal de administrador.',
};

export const text = () => pick({ en, es });
