// A phone has 15 digits at most; longer numbers are no contact's, and slow to turn into text.
const longest = 64;

/** A little-endian two's complement integer, or null where it is too long to mean anything here. */
export function longFromBytes(bytes: Buffer): bigint | null {
  if (bytes.length > longest) return null;
  let value = 0n;
  for (let i = bytes.length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i]!);
  return BigInt.asIntN(bytes.length * 8, value);
}

/** Protocol 0's `I` and `L`: decimal digits; `00` and `01` are False and True; undefined where it is none. */
export function fromDecimal(line: string): bigint | boolean | null | undefined {
  const digits = line.trim().replace(/L$/, "");
  if (digits === "00") return false;
  if (digits === "01") return true;
  if (!/^-?\d+$/.test(digits)) return undefined;
  return digits.length > longest * 2 ? null : BigInt(digits);
}
