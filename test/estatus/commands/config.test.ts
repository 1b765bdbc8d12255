import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { config } from "../../../src/estatus/commands/config.ts";
import { defaultProgram } from "../../../src/estatus/config/default-program.ts";
import { loadConfig } from "../../../src/estatus/config/load.ts";
import { newHome } from "../../support/home.ts";
import { speak } from "../../../src/locales/language.ts";

afterEach(() => vi.unstubAllEnvs());

test.for([
  ["en", ""],
  ["es", ":0"],
] as const)(
  "The first configuration in %s watches what was watched without one, with %j for a display",
  async ([language, display]) => {
    using home = newHome();
    speak(language);
    vi.stubEnv("ESTATUS_HOME", home.estatus);
    vi.stubEnv("DISPLAY", display);
    vi.stubEnv("WAYLAND_DISPLAY", "");
    const before = await loadConfig();
    const file = path.join(home.estatus, "estatus.toml");
    expect(await config("init", {})).toBe(0);
    expect(await loadConfig()).toEqual({ ...before, file });
    expect(before.programs).toEqual([defaultProgram()]);
  },
);
