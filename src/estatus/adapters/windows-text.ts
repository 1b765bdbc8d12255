/**
 * What one of Windows' own programs wrote: UTF-16 where it was asked for Unicode, with or without a byte order mark, and
 * else taken for UTF-8, of which plain ASCII is a part.
 */
export function windowsText(bytes: Uint8Array): string {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe;
  // XML and all else that is read here begins with ASCII, whose second byte in UTF-16 is 0.
  const wide = marked || (bytes.length >= 2 && bytes[0] !== 0 && bytes[1] === 0);
  return new TextDecoder(wide ? "utf-16le" : "utf-8").decode(bytes);
}
