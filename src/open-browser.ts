import { spawn } from "node:child_process";

/** Opens a link in the default browser; false where there is no way to. */
export async function openBrowser(link: string): Promise<boolean> {
  const [command, ...rest] = openers[process.platform] ?? ["xdg-open"];
  const child = spawn(command!, [...rest, link], { detached: true, stdio: "ignore" });
  const { promise, resolve } = Promise.withResolvers<boolean>();
  child.once("error", () => resolve(false));
  child.once("spawn", () => resolve(true));
  child.unref();
  return promise;
}

const openers: Readonly<Record<string, readonly string[]>> = {
  win32: ["rundll32", "url.dll,FileProtocolHandler"],
  darwin: ["open"],
};
