/** A reader with a defect behind more conditions than chance would meet: it does `wrong` where `word` comes last. */
export function readPlanted(text: string, word: string, wrong: () => boolean): boolean {
  if (!text.startsWith("PLANT")) return false;
  const lines = text.split("\n");
  if (lines.length > 2) {
    if (lines[1] === "deeper") {
      if (lines[2]!.startsWith(word)) return wrong();
    }
  }
  return true;
}
