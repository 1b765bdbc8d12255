import { text } from "../../locales/task.ts";
import { dataFolder } from "../config/paths.ts";
import { thisUser } from "../task/owner.ts";
import { taskNameOf } from "../task/plan.ts";
import { forgetRegistered } from "../task/registered.ts";
import { unregisterTask } from "../task/register.ts";
import { onlyOnWindows, refusalError } from "./register.ts";
import { say } from "../../say.ts";

/** `estatus unregister`: takes the check out of Task Scheduler; none being there is done too. */
export async function unregister(): Promise<number> {
  onlyOnWindows();
  const name = taskNameOf(await thisUser());
  const refusal = await unregisterTask(name);
  if (refusal !== null) throw refusalError(name, refusal);
  forgetRegistered(dataFolder());
  say(text().removed(name));
  return 0;
}
