import fs from "node:fs";
import { afterEach, expect, test } from "vitest";
import { examineChecks } from "../../../src/estatus/doctor/checks.ts";
import type { Examination } from "../../../src/estatus/doctor/finding.ts";
import { openStore } from "../../../src/estatus/store/store.ts";
import { seededFolder } from "../report/seeded-store.ts";
import { speak } from "../../../src/locales/language.ts";

afterEach(() => speak("en"));

test.for([
  [60, 150, "ok"],
  [60, 151, "warning"],
  [1, 3, "warning"],
] as const)(
  "with checks to come every %i minutes, as a watch may have it, the last one %i minutes ago is %s",
  async ([apart, ago, level]) => {
    const now = Date.now();
    const checkedAt = now - ago * 60_000;
    const seed = { name: "Agenda", coveredFrom: checkedAt, checkedAt, interval: apart * 60_000 };
    const folder = seededFolder([seed]);
    try {
      const config = { interval: 60_000, programs: [{ name: "Agenda" }] };
      const found = await examineChecks({ config, folder, now } as unknown as Examination);
      expect(found).toMatchObject([{ id: "schedule:Agenda", level }]);
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  },
);

test("why the last check could not tell is said in Spanish, and kept as it was", async () => {
  speak("es");
  const now = Date.now();
  const folder = seededFolder([{ name: "Agenda", coveredFrom: now, checkedAt: now }]);
  try {
    const db = openStore(folder);
    db.exec("UPDATE sight SET state = 'unknown', reason = '/proc does not show this process'");
    const config = { interval: 60_000, programs: [{ name: "Agenda" }] };
    const found = await examineChecks({ config, folder, now } as unknown as Examination);
    expect(found.map(({ sentence }) => sentence).join("\n")).toContain("(/proc no muestra este proceso)");
    expect(db.prepare("SELECT reason FROM sight").get()).toEqual({
      reason: "/proc does not show this process",
    });
    db.close();
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});
