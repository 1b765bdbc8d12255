import { text } from "../../locales/task.ts";
import { healthOf, type TaskHealth } from "../task/health.ts";
import { thisUser } from "../task/owner.ts";
import { taskNameOf, type TaskOwner } from "../task/plan.ts";
import { rememberRegistered, taskConfig } from "../task/registered.ts";
import { registerTask, systemPorts, type TaskPorts } from "../task/register.ts";
import { readAudit, type Audit } from "../task/audit-file.ts";
import { auditSentence, healthSentence, runSentences } from "../task/sentences.ts";
import { failure, ok, warning, type Examine, type Examination, type Finding } from "./finding.ts";

/** Whether Task Scheduler keeps the task as it should be; `repair` registers it anew. */
export const examineTask: Examine = async (examination) =>
  process.platform === "win32" ? await examineTaskOf(await thisUser(), examination) : [];

/** The same, of one user and by the ports of his Task Scheduler. */
export async function examineTaskOf(
  owner: TaskOwner,
  { config, asked, folder, repair }: Pick<Examination, "config" | "asked" | "folder" | "repair">,
  ports: TaskPorts = systemPorts,
): Promise<Finding[]> {
  if (config === null) return [];
  const look = () => healthOf(owner, config, folder, asked, ports.query);
  const before = await look();
  const broken = before.state === "missing" || before.state === "disabled" || before.state === "drifted";
  if (!repair || !broken) return findings(before, readAudit(folder));
  const runs = await taskConfig(config, folder, asked);
  const { done } = await registerTask(runs.config, owner, taskNameOf(owner), runs.asked, ports);
  if (done !== "failed") rememberRegistered(folder, runs.asked);
  return findings(await look());
}

/** A task's health as findings. */
export function findings(health: TaskHealth, audit: Audit | null = null): Finding[] {
  const itself = healthSentence(health);
  if (itself === null) return [];
  const sentence = [itself, auditSentence(health, audit) ?? ""].join(" ").trim();
  if (health.state === "missing") return [failure("task", sentence, text().registerCure)];
  if (health.state === "unknown") return [warning("task", sentence, text().unknownCure)];
  if (health.state === "drifted" || health.state === "disabled") {
    return [failure("task", sentence, text().repairCure)];
  }
  const runs = "task" in health ? runSentences(health.task).join(" ") : "";
  return [ok("task", `${sentence} ${runs}`.trim())];
}
