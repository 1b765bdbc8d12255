import type { TaskOwner } from "./plan.ts";

/** Stands for the user where a task is printed on another system than Windows. */
const EXAMPLE: TaskOwner = { sid: "S-1-5-21-1111111111-2222222222-3333333333-1001", names: [] };

/** The user we run as. */
export async function thisUser(): Promise<TaskOwner> {
  if (process.platform !== "win32") return EXAMPLE;
  const { loadWindows } = await import("../adapters/windows-library.ts");
  const { processQuestions } = await import("../adapters/windows-process.ts");
  const { tokenQuestions } = await import("../adapters/windows-token.ts");
  const windows = await loadWindows();
  const sid = tokenQuestions(windows, processQuestions(windows)).userSid();
  const { USERDOMAIN, USERNAME } = process.env;
  return { sid, names: USERNAME ? [USERNAME, `${USERDOMAIN ?? "."}\\${USERNAME}`] : [] };
}
