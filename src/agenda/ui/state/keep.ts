import { effect } from "@preact/signals";
import type { Draft, View } from "../../api-types.ts";
import { call, type CallOptions } from "../call.ts";
import { outdated } from "../list/pages.ts";
import { draft, saveUnsaved, waiting } from "./draft.ts";
import { following, trouble } from "./saving.ts";
import { view } from "./screen.ts";

// From the change to the disk it may take 250 ms, the request included, and one before it that is still under way.
const delay = 100;
const again = 1_500;

/** Sends what changes on screen while it changes, and the rest when the page goes away. */
export function keepScreen(): void {
  keep<View>(view.peek(), () => view.value, sendView);
  probe();
  keep<Draft>(
    draft.peek(),
    () => draft.value,
    (_, now, options) => call("PUT", "api/draft", now, options),
  );
}

function sendView(before: View, now: View, options: CallOptions): Promise<unknown> | null {
  const changed = Object.entries(now).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof View]),
  );
  if (changed.length === 0) return null;
  const sent = call("PUT", "api/state", Object.fromEntries(changed), options);
  // Agenda's process writes the phones in the form of the country.
  return now.country === before.country ? sent : sent.then(() => outdated());
}

/** While changes do not get through, tries again and again; once one did, what was refused is saved. */
function probe(): void {
  let troubled = false;
  effect(() => {
    const code = trouble.value?.code;
    const over = troubled && code === undefined;
    troubled = code !== undefined;
    if (over && waiting.peek()) void saveUnsaved();
    if (code === undefined || code === "over") return;
    const timer = setTimeout(() => {
      if (waiting.peek()) void saveUnsaved();
      else void following(call("PUT", "api/state", view.peek())).catch(() => {});
    }, again);
    return () => clearTimeout(timer);
  });
}

/** Sends what changed; null where nothing did, which is not to be taken for an answer. */
type Send<T> = (before: T, now: T, options: CallOptions) => Promise<unknown> | null;

// A change is sent a fixed time after the first that was not sent yet: steady typing must not put it off.
function keep<T>(first: T, read: () => T, send: Send<T>): void {
  let sent = first;
  let now = first;
  let timer: number | undefined;
  let busy = false;
  /** When the first change that was not sent yet is due. */
  let due: number | null = null;
  const flush = async (options: CallOptions = {}) => {
    clearTimeout(timer);
    timer = undefined;
    if (now === sent || (busy && !options.keepalive)) return;
    const going = now;
    due = null;
    const sending = send(sent, going, options);
    if (!sending) {
      sent = going;
      return;
    }
    busy = true;
    const outcome = await following(sending).then(
      () => true,
      () => false,
    );
    busy = false;
    if (outcome) sent = going;
    if (!outcome) due = performance.now() + again;
    if (outcome ? now !== sent : trouble.peek()?.code !== "over") later();
  };
  const later = () => {
    const wait = Math.max(0, (due ?? 0) - performance.now());
    timer ??= window.setTimeout(() => void flush(), wait);
  };
  effect(() => {
    const value = read();
    if (value === now) return;
    now = value;
    due ??= performance.now() + delay;
    if (!busy) later();
  });
  addEventListener("pagehide", () => void flush({ keepalive: true }));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void flush({ keepalive: true });
  });
}
