/** The events in what wevtutil writes: `<Event>…</Event>` one after another, without a root. */
export function eventsIn(written: string): string[] {
  return [...written.matchAll(/<Event\b.*?<\/Event>/gs)].map(([event]) => event);
}

/** When an event was logged, UTC ms; NaN where it does not say. */
export function timeOf(event: string): number {
  const written = /<TimeCreated\s+SystemTime=['"]([^'"]+)['"]/.exec(event)?.[1];
  return written === undefined ? Number.NaN : instantMs(written);
}

/** Its number, unique within its provider; null where it has none. */
export function idOf(event: string): number | null {
  const written = /<EventID\b[^>]*>(\d+)</.exec(event)?.[1];
  return written === undefined ? null : Number(written);
}

/** The provider that wrote it, or "". */
export function providerOf(event: string): string {
  return /<Provider\s+Name=['"]([^'"]+)['"]/.exec(event)?.[1] ?? "";
}

/** A field by its name, as XML writes it; null where it has none. */
export function fieldOf(event: string, name: string): string | null {
  return new RegExp(`<Data Name=['"]${name}['"]>([^<]*)<`, "i").exec(event)?.[1]?.trim() ?? null;
}

// The log keeps 100 ns: cut to what an Instant of milliseconds holds.
function instantMs(text: string): number {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return Number.NaN;
  }
}
