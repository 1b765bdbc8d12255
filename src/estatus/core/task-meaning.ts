/** An element of a task's XML, without its namespace. */
export type TaskElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly TaskElement[];
  /** Its own text, trimmed; "" where it has children. */
  readonly text: string;
};

/** One thing that is registered otherwise than it should be; null where that side does not say it. */
export type TaskDifference = {
  readonly place: string;
  readonly expected: string | null;
  readonly found: string | null;
};

/** The user a task belongs to: the SID, and the names Windows may write in its place. */
export type TaskUser = { readonly sid: string; readonly names: readonly string[] };

/**
 * Compares two task definitions by what they mean: what equals Windows' default counts as left out, a user's
 * name as his SID, PT60S as PT1M, a path without regard to case, and triggers in any order. Of the
 * registration's own information only the definition's version counts.
 */
export function taskDifferences(
  expected: TaskElement,
  found: TaskElement,
  user: TaskUser,
): readonly TaskDifference[] {
  const wanted = meaningOf(expected, user);
  const given = meaningOf(found, user);
  const places = [...new Set([...wanted.keys(), ...given.keys()])].toSorted();
  return places
    .map((place) => ({ place, expected: wanted.get(place) ?? null, found: given.get(place) ?? null }))
    .filter(({ expected, found }) => expected !== found);
}

function meaningOf(task: TaskElement, user: TaskUser): Map<string, string> {
  const section = (name: string) => task.children.find((child) => child.name === name);
  const facts = new Map<string, string>();
  const add = (leaves: readonly Leaf[]) => {
    for (const [place, value] of leaves) facts.set(place, value);
  };
  const version = section("RegistrationInfo")?.children.find((child) => child.name === "Version");
  if (version) facts.set("RegistrationInfo/Version", version.text);
  for (const trigger of section("Triggers")?.children ?? []) {
    const says = leavesOf(trigger, user).map(([place, value]) => `${place}=${value}`);
    facts.set(`Triggers/${trigger.name} ${says.toSorted().join(" ")}`.trim(), "present");
  }
  const principal = section("Principals")?.children[0];
  if (principal) add(under("Principal", leavesOf(principal, user)));
  const settings = section("Settings");
  if (settings) add(under("Settings", leavesOf(settings, user)));
  const actions = section("Actions");
  actions?.children.forEach((action, i) =>
    add(under(`Actions/${i + 1} ${action.name}`, leavesOf(action, user))),
  );
  if (actions?.attributes["Context"] !== principal?.attributes["id"]) {
    facts.set("Actions/Context", actions?.attributes["Context"] ?? "");
  }
  return facts;
}

type Leaf = readonly [place: string, value: string];

function under(place: string, leaves: readonly Leaf[]): Leaf[] {
  return leaves.map(([rest, value]) => [`${place}/${rest}`, value]);
}

function leavesOf(element: TaskElement, user: TaskUser): Leaf[] {
  return element.children
    .filter((child) => !IGNORED.has(child.name))
    .flatMap((child): Leaf[] => {
      if (child.children.length > 0) return under(child.name, leavesOf(child, user));
      const value = canonical(child, user);
      return value === DEFAULTS[child.name] ? [] : [[child.name, value]];
    });
}

function canonical({ name, text }: TaskElement, user: TaskUser): string {
  if (name === "UserId") return isThisUser(text, user) ? user.sid : text;
  if (name === "Command" || name === "WorkingDirectory") return text.toLowerCase();
  if (name === "Subscription") return text.replace(/\s+/g, " ");
  return secondsOf(text) ?? text;
}

function isThisUser(text: string, user: TaskUser): boolean {
  const said = text.toLowerCase();
  return [user.sid, ...user.names].some((name) => name.toLowerCase() === said);
}

/** An XML duration of days and less, in seconds with an `s`; null where it is none. */
function secondsOf(text: string): string | null {
  const found = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  if (!found) return null;
  const [days, hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0));
  return `${days! * 86_400 + hours! * 3_600 + minutes! * 60 + seconds!}s`;
}

// Rewritten or added by Windows, without a meaning for this task.
const IGNORED = new Set(["UseUnifiedSchedulingEngine", "IdleSettings", "DisplayName"]);

/** What Windows leaves out of an export, and takes where it is left out (the schema's defaults). */
const DEFAULTS: Readonly<Record<string, string>> = {
  Enabled: "true",
  StopAtDurationEnd: "false",
  Delay: "0s",
  RandomDelay: "0s",
  RunLevel: "LeastPrivilege",
  AllowStartOnDemand: "true",
  MultipleInstancesPolicy: "IgnoreNew",
  DisallowStartIfOnBatteries: "true",
  StopIfGoingOnBatteries: "true",
  AllowHardTerminate: "true",
  StartWhenAvailable: "false",
  RunOnlyIfNetworkAvailable: "false",
  WakeToRun: "false",
  Hidden: "false",
  ExecutionTimeLimit: "259200s",
  Priority: "7",
  RunOnlyIfIdle: "false",
  Volatile: "false",
  DisallowStartOnRemoteAppSession: "false",
};
