/** Why Task Scheduler refused, as far as its code tells. */
export type TaskFailure =
  | "denied"
  | "missing"
  | "service-stopped"
  | "policy"
  | "invalid"
  | "no-answer"
  | "other";

const failures: Readonly<Record<number, TaskFailure>> = {
  0x80070005: "denied",
  0x80070002: "missing",
  0x80070003: "missing",
  0x80041315: "service-stopped",
  0x8004130c: "service-stopped",
  0x800706ba: "service-stopped",
  0x80070422: "service-stopped",
  0x800704ec: "policy",
  0x80041316: "invalid",
  0x80041317: "invalid",
  0x80041318: "invalid",
  0x80041319: "invalid",
  0x8004131a: "invalid",
  0x8004131d: "invalid",
  0x80070057: "invalid",
};

/** What an HRESULT of Task Scheduler means; Node gives it signed or unsigned. */
export function taskFailure(hresult: number): TaskFailure {
  return failures[hresult >>> 0] ?? "other";
}
