import { execa } from "execa";

/** What npm writes to its standard output. On Windows npm is a script, which only a shell runs. */
export async function npm(words: readonly string[], cwd: string): Promise<string> {
  const windows = process.platform === "win32";
  const { stdout } = await execa(windows ? "npm.cmd" : "npm", words, { cwd, shell: windows });
  return stdout;
}
