import { DEFAULT_POLICY } from "../../../src/estatus/core/policy.ts";

/** A configuration that watches Agenda where the installer puts it. */
export const config = {
  file: null,
  interval: 60_000,
  programs: [
    {
      name: "Agenda",
      executable: "C:\\Estatus\\Agenda.exe",
      arguments: [],
      heartbeat: null,
      policy: DEFAULT_POLICY,
    },
  ],
};
