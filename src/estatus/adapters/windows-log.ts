import { runSystemProgram } from "./child-process.ts";
import { windowsText } from "./windows-text.ts";

/** What is asked of one of Windows' event logs: an XPath, and how many of the newest events at most. */
export type LogQuestion = { readonly log: string; readonly query: string; readonly most: number };

/** The events, as wevtutil writes them one after another; "" where the log cannot be read. `timeout` in ms. */
export async function readLog(question: LogQuestion, timeout: number): Promise<string> {
  return windowsText(await askLog(question, timeout));
}

/** The same as the bytes that came. */
export async function askLog({ log, query, most }: LogQuestion, timeout: number): Promise<Uint8Array> {
  // Without /uni the console's code page would turn a name that it lacks into question marks.
  const args = ["qe", log, `/q:${query}`, `/c:${most}`, "/rd:true", "/f:xml", "/uni:true"];
  return (await runSystemProgram("wevtutil.exe", args, timeout)).stdout;
}
