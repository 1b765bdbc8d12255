import { randomUUID } from "node:crypto";
import { AppError } from "../../app-error.ts";
import { monotonic } from "../../monotonic.ts";
import { text as texts } from "../../locales/exchange.ts";
import { contactsChanged, countryOf, type Agenda } from "../agenda.ts";
import type { ImportState, Preview, ReadAs } from "../exchange-types.ts";
import { backUp } from "../backup.ts";
import { counts } from "../change-log.ts";
import { homeNumbers } from "../home-numbers.ts";
import { refusalOf } from "../refusal.ts";
import { breath } from "./breath.ts";
import { commitImport } from "./commit-import.ts";
import { planImport, refuseNothing, type Plan } from "./plan-import.ts";
import { readContacts } from "./read-contacts.ts";
import type { Reading } from "./reading.ts";

/** The page's imports: each is planned, shown, and then done or cancelled. Only the last one shown is kept. */
export type PendingImports = {
  readonly plan: (bytes: Uint8Array, file: string, signal: AbortSignal) => Promise<Preview>;
  /** Begins an import that was shown; how it goes on is told as events. @throws AppError `no-import`. */
  readonly begin: (id: string) => string;
  /** Forgets an import, or takes it back while it goes on; nothing where it is over. */
  readonly cancel: (id: string) => void;
  /** Takes back what goes on: Agenda ends. */
  readonly stop: () => void;
};

type Pending = { readonly id: string; readonly file: string; readonly plan: Plan };

const shown = { unreadable: 100, headings: 200, heading: 100 };
// How often the page hears of progress, in milliseconds.
const every = 100;
// The page stands still meanwhile; only a command in another process can be writing.
const patience = 5_000;

/** The imports of the pages of one Agenda. */
export function pendingImports(agenda: Agenda): PendingImports {
  let pending: Pending | undefined;
  let running: { id: string; controller: AbortController } | undefined;
  return {
    async plan(bytes, file, signal) {
      pending = undefined;
      const id = randomUUID();
      const tell = seldom((done: number) =>
        agenda.tell({ kind: "import", id, state: { at: "reading", file, done } }),
      );
      const plan = await planned(agenda, readContacts(bytes, file), signal, tell);
      refuseNothing(plan, file);
      pending = { id, file, plan };
      return previewOf(pending);
    },
    begin(id) {
      if (pending?.id !== id || running)
        throw new AppError("no-import", texts().noImport, texts().noImportHint);
      const controller = new AbortController();
      running = { id, controller };
      agenda.importing = carryOut(agenda, pending, controller.signal).finally(() => {
        running = undefined;
        agenda.importing = null;
      });
      pending = undefined;
      return id;
    },
    cancel(id) {
      if (pending?.id === id) pending = undefined;
      if (running?.id === id) running.controller.abort();
    },
    stop: () => running?.controller.abort(),
  };
}

async function planned(
  agenda: Agenda,
  reading: Reading,
  signal: AbortSignal,
  tell: (done: number) => void,
): Promise<Plan> {
  const pause = breath(signal);
  const progress = (done: number) => {
    tell(done);
    return pause();
  };
  try {
    return await planImport(agenda.db, reading, homeNumbers(countryOf(agenda)), progress);
  } catch (error) {
    // Whoever gave up no longer listens, and nothing is wrong here.
    throw signal.aborted ? new AppError("no-import", texts().noImport, texts().noImportHint) : error;
  }
}

// The first is not told: what is done in no time needs no bar.
function seldom(tell: (done: number) => void): (done: number) => void {
  let told = monotonic();
  return (done) => {
    if (monotonic() - told < every) return;
    told = monotonic();
    tell(done);
  };
}

/** Does an import to its end, whichever that is, and tells the pages. Never rejects. */
async function carryOut(agenda: Agenda, { id, file, plan }: Pending, signal: AbortSignal): Promise<void> {
  const total = plan.fresh.rows();
  const tell = (state: ImportState) => agenda.tell({ kind: "import", id, state });
  const pause = breath(signal);
  let told = -every;
  const progress = (done: number) => {
    if (monotonic() - told >= every) {
      told = monotonic();
      tell({ at: "running", done, total });
    }
    return pause();
  };
  try {
    if (counts(agenda.db).listed > 0) await backUp(agenda.db, agenda.folder, new Date());
    const added = await commitImport(
      { file: agenda.db.name, fresh: plan.fresh, name: file, now: Date.now(), patience },
      progress,
    );
    const revision = contactsChanged(agenda);
    tell({ at: "done", change: added?.change ?? 0, added: added?.count ?? 0, revision });
  } catch (error) {
    const { message, hint } = refusalOf(error).refusal.error;
    tell(signal.aborted ? { at: "cancelled" } : { at: "failed", message, hint });
  }
}

function previewOf({ id, file, plan }: Pending): Preview {
  return {
    id,
    file,
    format: plan.kind,
    fresh: plan.fresh.rows(),
    duplicate: plan.duplicate,
    unreadable: plan.unreadable.slice(0, shown.unreadable),
    unreadableCount: plan.unreadable.length,
    sample: plan.sample,
    readAs: plan.readAs && shortened(plan.readAs),
  };
}

// No table of contacts has so many columns; what is none may have any.
function shortened({ name, phone, instead, left }: ReadAs): ReadAs {
  const few = (headings: readonly string[]) =>
    headings.slice(0, shown.headings).map((heading) => heading.slice(0, shown.heading));
  return { name: few(name), phone: few(phone), instead: few(instead), left: few(left) };
}
