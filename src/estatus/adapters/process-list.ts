import type { ListedProcess } from "./ports.ts";

/** A process table that takes longer than this, in ms, counts as unreadable. */
const LIST_TIMEOUT_MS = 20_000;

/** All processes of the machine, by ps-list. Rejects where the table cannot be read or is plainly not whole. */
export async function listProcesses(): Promise<readonly ListedProcess[]> {
  const { default: psList } = await import("ps-list");
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`no answer within ${LIST_TIMEOUT_MS / 1000} s`)),
      LIST_TIMEOUT_MS,
    );
  });
  try {
    const processes = await Promise.race([psList(), tooLong]);
    // Whoever asks is a process too: a table without it is no table.
    if (!processes.some((listed) => listed.pid === process.pid))
      throw new Error("the list came back incomplete");
    return processes;
  } finally {
    clearTimeout(timer);
  }
}
