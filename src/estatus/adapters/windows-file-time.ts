// 1 January 1970 in the units of a FILETIME: 100 ns since 1601.
const EPOCH = 116_444_736_000_000_000n;

/** A FILETIME as UTC milliseconds since 1970. */
export function fileTimeMs(fileTime: bigint | number): number {
  return Number((BigInt(fileTime) - EPOCH) / 10_000n);
}
