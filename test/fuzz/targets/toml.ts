import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { AppError } from "../../../src/app-error.ts";
import { parseConfig } from "../../../src/estatus/config/parse.ts";
import { configSchema } from "../../../src/estatus/config/schema.ts";
import { parseDuration } from "../../../src/estatus/core/duration.ts";
import { must, type Target } from "../target.ts";

const whole = `interval = "30s"
[[program]]
name = "Agenda"
executable = "/opt/Agenda"
arguments = ["--folder", 'C:\\a b', "á \\u00e9"]
heartbeat = "/var/alive.json"
survive = "10s"
backoff_cap = "15m"
stable_after = "1h30m"
hung_after = "2m"
hung_action = "restart"

[[program]]
name = "Otro"
executable = "/opt/otro"
`;

/** `estatus.toml`, from its text to the configuration that is kept as JSON beside it. */
export const toml: Target = {
  seeds: [
    whole,
    'program = [{ name = "a", executable = "/a" }]',
    '# nothing\ninterval = """\n1m"""',
    "a.b = 1\nc = 2026-11-22T10:00:00Z\nd = [1, 2.5, inf, nan, 0x1F, true]\n[e.f]\n[[g]]\n",
  ],
  words: [
    "[[program]]",
    "[program]",
    '"""',
    "'''",
    " = ",
    "/a",
    "1m",
    "\\u0000",
    "\\U0001F600",
    "\uFEFF",
    "\r\n",
  ],
  read(input) {
    const source = input.toString();
    try {
      const raw = parseConfig(source, "/home/ana/estatus.toml");
      must(configSchema.safeParse(raw).success, "a configuration has its own shape");
      // It is read back from JSON as long as the text stays as it is.
      must(isDeepStrictEqual(JSON.parse(JSON.stringify(raw)), raw), "JSON keeps a configuration as it is");
      if (raw.interval !== undefined)
        must(parseDuration(raw.interval)! >= 1_000, "the interval is a second or more");
      const programs = raw.program ?? [];
      for (const { name, executable, survive } of programs) {
        must(path.isAbsolute(executable) && !executable.includes("\0"), "an executable is an absolute path");
        // oxlint-disable-next-line no-control-regex -- finding them is the point
        must(name.trim() !== "" && !/[\u0000-\u001f]/.test(name), "a name can be shown");
        if (survive !== undefined) must(parseDuration(survive)! > 0, "durations are positive");
      }
      const names = new Set(programs.map(({ name }) => name.toLowerCase()));
      must(names.size === programs.length, "no name comes twice");
      return "read";
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      must(error.code === "config" && error.hint !== "", "a refusal names its cure");
      must(error.message.includes("/home/ana/estatus.toml"), "a refusal names the file");
      return "refused";
    }
  },
};
