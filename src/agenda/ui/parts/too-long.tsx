import { longest, tooLong } from "../../too-long.ts";
import { draft } from "../state/draft.ts";
import { editing } from "../state/screen.ts";
import { count, text } from "../words/text.ts";
import { Icon } from "./icon.tsx";

/** Says of what is being typed that it is too long to be saved. All of it stays where it was typed. */
export function TooLong() {
  const words = text();
  const typed = [draft.value, editing.value].find((fields) => fields && tooLong(fields));
  const field = typed && tooLong(typed);
  return (
    <div role="status">
      {typed && field && (
        <div class="banner">
          <Icon name="doubt" />
          <p>{words.tooLong(words[field], count(typed[field].length), count(longest))}</p>
        </div>
      )}
    </div>
  );
}
