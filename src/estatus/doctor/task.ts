import { text } from "../../locales/task.ts";
import { taskHealth, type TaskHealth } from "../task/health.ts";
import { thisUser } from "../task/owner.ts";
import { taskNameOf } from "../task/plan.ts";
import { registerTask } from "../task/register.ts";
import { readAudit, type Audit } from "../task/audit-file.ts";
import { auditSentence, healthSentence, runSentences } from "../task/sentences.ts";
import { failure, ok, warning, type Examine, type Finding } from "./finding.ts";

/** Whether Task Scheduler keeps the task as it should be; `repair` registers it anew. */
export const examineTask: Examine = async ({ config, folder, repair }) => {
  if (config === null || process.platform !== "win32") return [];
  const before = await taskHealth(config);
  const broken = before.state === "missing" || before.state === "disabled" || before.state === "drifted";
  if (!repair || !broken) return findings(before, readAudit(folder));
  const owner = await thisUser();
  await registerTask(config, owner, taskNameOf(owner));
  return findings(await taskHealth(config));
};

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
