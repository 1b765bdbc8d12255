/** The shortest input that cutting pieces out of `input` leads to and that is still `wrong`, after at most `tries`. */
export function minimised(input: Buffer, wrong: (candidate: Buffer) => boolean, tries: number): Buffer {
  let best = input;
  for (let size = best.length >> 1; size > 0 && tries > 0; size >>= 1) {
    for (let at = 0; at < best.length && tries > 0; tries--) {
      const candidate = Buffer.concat([best.subarray(0, at), best.subarray(at + size)]);
      if (wrong(candidate)) best = candidate;
      else at += size;
    }
  }
  return best;
}
