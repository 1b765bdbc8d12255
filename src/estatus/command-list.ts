import { AppError } from "../app-error.ts";
import { addCommand, type Command } from "../command.ts";
import { text } from "../locales/cli.ts";
import { parseDuration } from "./core/duration.ts";

type Words = ReturnType<typeof text>;
/** Makes a command's work its action, and the work's answer the exit code. */
export type Run = <A extends unknown[]>(
  work: (...words: A) => Promise<number>,
) => (...words: A) => Promise<void>;
type Add = (estatus: Command, run: Run, say: Words) => void;

/** Every command by its name, in the order of the help: what it is asked with, and what it does. */
export const COMMANDS: readonly (readonly [string, Add])[] = [
  ["check", addCheck],
  ["watch", addWatch],
  ["pause", addPause],
  ["resume", addResume],
  ["status", addStatus],
  ["report", addReport],
  ["register", addRegister],
  ["unregister", addUnregister],
  ["doctor", addDoctor],
  ["prune", addPrune],
  ["config", addConfig],
];

function addCheck(estatus: Command, run: Run, say: Words): void {
  ofPrograms(addCommand(estatus, "check", say.check, "estatus check --json"))
    .option("--json", say.json)
    .action(run(async (options) => (await import("./commands/check.ts")).check(options)));
}

function addWatch(estatus: Command, run: Run, say: Words): void {
  ofPrograms(addCommand(estatus, "watch", say.watch, "estatus watch --every 10s --for 58s"))
    .option("--every <DURATION>", say.every, duration("--every"))
    .option("--for <DURATION>", say.for, duration("--for"))
    .action(run(async (options) => (await import("./commands/watch.ts")).watch(options)));
}

function addPause(estatus: Command, run: Run, say: Words): void {
  ofPrograms(addCommand(estatus, "pause", say.pause, 'estatus pause 2h --reason "inventory"'))
    .argument("<when>", say.pauseWhen)
    .option("--reason <TEXT>", say.reason)
    .action(run(async (when, options) => (await import("./commands/pause.ts")).pause(when, options)));
}

function addResume(estatus: Command, run: Run, say: Words): void {
  ofPrograms(addCommand(estatus, "resume", say.resume, "estatus resume")).action(
    run(async (options) => (await import("./commands/pause.ts")).resume(options)),
  );
}

function addStatus(estatus: Command, run: Run, say: Words): void {
  ofPrograms(addCommand(estatus, "status", say.status, "estatus status --json"))
    .option("--json", say.json)
    .action(run(async (options) => (await import("./commands/status.ts")).status(options)));
}

function addReport(estatus: Command, run: Run, say: Words): void {
  addCommand(estatus, "report", say.report, "estatus report --since 7d --format csv --out week.csv")
    .option("--program <NAME>", say.program)
    .option("--since <T>", say.since)
    .option("--until <T>", say.until)
    .option("--format <FORMAT>", say.format, choice("--format", ["table", "json", "csv", "html"]), "table")
    .option("--out <F>", say.out)
    .option("--open", say.open)
    .option("--db <F...>", say.db)
    .action(run(async (options) => (await import("./commands/report.ts")).report(options)));
}

function addRegister(estatus: Command, run: Run, say: Words): void {
  addCommand(estatus, "register", say.register, "estatus register --print")
    .option("--config <F>", say.config)
    .option("--name <NAME>", say.taskName)
    .option("--print", say.print)
    .option("--dry-run", say.dryRun)
    .action(run(async (options) => (await import("./commands/register.ts")).register(options)));
}

function addUnregister(estatus: Command, run: Run, say: Words): void {
  addCommand(estatus, "unregister", say.unregister, "estatus unregister")
    .option("--name <NAME>", say.taskName)
    .action(run(async (options) => (await import("./commands/unregister.ts")).unregister(options)));
}

function addDoctor(estatus: Command, run: Run, say: Words): void {
  addCommand(estatus, "doctor", say.doctor, "estatus doctor --repair")
    .option("--config <F>", say.config)
    .option("--json", say.json)
    .option("--repair", say.repair)
    .action(run(async (options) => (await import("./commands/doctor.ts")).doctor(options)));
}

function addPrune(estatus: Command, run: Run, say: Words): void {
  addCommand(estatus, "prune", say.prune, "estatus prune --older-than 730d")
    .requiredOption("--older-than <T>", say.olderThan)
    .option("--yes", say.yes)
    .action(run(async (options) => (await import("./commands/prune.ts")).prune(options)));
}

function addConfig(estatus: Command, run: Run, say: Words): void {
  addCommand(estatus, "config", say.configCommand, "estatus config validate")
    .argument("<action>", say.configAction, choice("config", ["init", "path", "validate", "schema"]))
    .option("--config <F>", say.config)
    .action(run(async (what, options) => (await import("./commands/config.ts")).config(what, options)));
}

/** A command that is about the programs of a configuration, or one of them. */
function ofPrograms(command: Command): Command {
  return command.option("--config <F>", text().config).option("--program <NAME>", text().program);
}

function choice(place: string, choices: readonly string[]): (value: string) => string {
  return (value) => {
    if (choices.includes(value)) return value;
    throw new AppError("usage", text().badChoice(place, value), text().badChoiceHint(choices));
  };
}

function duration(option: string): (value: string) => number {
  return (value) => {
    const ms = parseDuration(value);
    if (ms !== null && ms > 0) return ms;
    throw new AppError("usage", text().notDuration(option, value), text().notDurationHint);
  };
}
