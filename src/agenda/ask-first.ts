import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "../app-error.ts";
import { text } from "../locales/agenda.ts";
import { monotonic } from "../monotonic.ts";
import { readInstance } from "./instance-file.ts";

/** What the first Agenda did when a second one was launched: showed its window, or gave a link to its page. */
export type Shown = { readonly link: string | null };

const patience = 10_000;

/**
 * Has the Agenda that already runs show itself. It may be starting just now, or ending: `retry` is asked
 * before each attempt and ends the wait by returning true, once the lock has become free.
 * @throws AppError `no-answer` where it does not answer within 10 s.
 */
export async function askFirst(
  folder: string,
  wantsLink: boolean,
  retry: () => boolean,
): Promise<Shown | "gone"> {
  for (const until = monotonic() + patience; monotonic() < until; await pause(50)) {
    if (retry()) return "gone";
    const answer = await ask(folder, wantsLink);
    if (answer) return answer;
  }
  throw new AppError("no-answer", text().noAnswer(folder), text().noAnswerHint);
}

async function ask(folder: string, wantsLink: boolean): Promise<Shown | null> {
  const first = readInstance(folder);
  if (!first) return null;
  try {
    const response = await fetch(`http://127.0.0.1:${first.port}/instance/show`, {
      method: "POST",
      headers: { authorization: `Bearer ${first.secret}`, "content-type": "application/json" },
      body: JSON.stringify({ link: wantsLink }),
      signal: AbortSignal.timeout(2_000),
    });
    // Another program, another user's too, may have the port of an Agenda that was killed, and its link would be opened.
    if (!response.ok || response.headers.get("agenda-answer") !== first.answer) return null;
    return (await response.json()) as Shown;
  } catch {
    return null;
  }
}
