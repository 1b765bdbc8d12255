/** Names of programs that run whatever they are given, without `.exe` and the version that may follow. */
const INTERPRETERS = new Set(
  [
    "node nodejs deno bun electron python pythonw pypy ruby rubyw perl wperl php php-win java javaw dotnet mono",
    "lua wish tclsh rscript autohotkey sh bash dash zsh fish ksh pwsh powershell cmd wscript cscript mshta",
  ].flatMap((names) => names.split(" ")),
);

/** Whether an executable is known by its name to run other programs' scripts, so that its processes are not all one program's. */
export function isInterpreter(file: string): boolean {
  const name = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1).toLowerCase();
  const plain = name.replace(/\.exe$/, "");
  return INTERPRETERS.has(plain) || INTERPRETERS.has(plain.replace(/[-.]?\d[\d.]*$/, ""));
}
