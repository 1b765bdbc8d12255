/** The three files of `tasks/`, as text. */
export type TaskTemplates = {
  readonly check: string;
  readonly unlockAndResume: string;
  readonly crash: string;
};

/** What a registration says of this user and this installation. */
export type TaskPlan = {
  readonly taskName: string;
  readonly description: string;
  /** Security identifier of the user, `S-1-5-…`. */
  readonly userSid: string;
  /** Absolute path of the program to run, unquoted. */
  readonly command: string;
  /** Its command line after the program, quoted as Windows wants it. */
  readonly arguments: string;
  readonly workingDirectory: string;
  /** Minutes between two runs, at least one. */
  readonly everyMinutes: number;
  /** File names of the watched programs, whose crash wakes the check. */
  readonly watchedFiles: readonly string[];
  /** `minimal` is every minute and logon, for where event and unlock triggers are refused. */
  readonly triggers: "full" | "minimal";
};

/** The Application log's events of a program that crashed or hung: provider and event id. */
export const crashEvents = [
  ["Application Error", 1000],
  ["Application Hang", 1002],
  ["Windows Error Reporting", 1001],
] as const;

/** Windows takes 48 triggers; four are spoken for and a program needs three. */
export const MAX_WATCHED_FILES = Math.floor((48 - 4) / crashEvents.length);

/**
 * The task's XML, as text; whoever writes it encodes it as UTF-16LE with a byte order mark. Programs beyond
 * MAX_WATCHED_FILES have no crash triggers: for them the next minute has to do.
 */
export function taskXml(templates: TaskTemplates, plan: TaskPlan): string {
  const xml = fill(templates.check, {
    TaskName: escapeXml(plan.taskName),
    Description: escapeXml(plan.description),
    UserSid: escapeXml(plan.userSid),
    Interval: `PT${plan.everyMinutes}M`,
    Command: escapeXml(plan.command),
    Arguments: escapeXml(plan.arguments),
    WorkingDirectory: escapeXml(plan.workingDirectory),
    MoreTriggers: plan.triggers === "minimal" ? "" : moreTriggers(templates, plan),
  });
  return xml.replace(/^\s*\n/gm, "");
}

function moreTriggers(templates: TaskTemplates, plan: TaskPlan): string {
  const wake = fill(templates.unlockAndResume, { UserSid: escapeXml(plan.userSid) });
  const files = [...new Set(plan.watchedFiles)].slice(0, MAX_WATCHED_FILES);
  return wake + files.flatMap((file) => crashTriggers(templates.crash, file)).join("");
}

function crashTriggers(template: string, file: string): string[] {
  // The query is XML inside the text of an XML element: what goes into it is escaped twice.
  const literal = escapeXml(escapeXml(xpathLiteral(file)));
  return crashEvents.map(([provider, id]) =>
    fill(template, { Provider: provider, EventId: String(id), ProgramLiteral: literal }),
  );
}

// XPath 1.0 has no escapes; Windows file names cannot hold a double quote.
function xpathLiteral(value: string): string {
  return value.includes("'") ? `"${value}"` : `'${value}'`;
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for ${name} in the task definition`);
    return value;
  });
}

function escapeXml(value: string): string {
  return value
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
