/** The IANA name of this machine's time zone; UTC where the system knows none that can be reckoned with. */
export function localZone(): string {
  const zone = Temporal.Now.timeZoneId();
  try {
    // Without any zone data the name may be one that nothing accepts ("Etc/Unknown").
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId;
  } catch {
    return "UTC";
  }
}
