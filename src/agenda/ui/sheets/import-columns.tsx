import type { ReadAs } from "../../exchange-types.ts";
import { count, text } from "../words/text.ts";

const shown = 4;

/** What the columns of a file are read as, and which are left out; all of those only where somebody asks for them. */
export function ColumnsRead({ readAs }: { readonly readAs: ReadAs }) {
  const words = text();
  const { left } = readAs;
  const more = left.length - shown;
  const some = left.slice(0, shown).join(", ");
  return (
    <>
      <dl class="columns">
        {(["name", "phone", "instead"] as const).map(
          (use) =>
            readAs[use].length > 0 && (
              <div key={use}>
                <dt>{words.columns[use]}</dt>
                <dd>{readAs[use].join(", ")}</dd>
              </div>
            ),
        )}
        {more <= 0 && left.length > 0 && (
          <div class="left">
            <dt>{words.columns.left}</dt>
            <dd>{some}</dd>
          </div>
        )}
      </dl>
      {more > 0 && (
        <details>
          <summary>{words.moreLeft(some, count(more))}</summary>
          <p class="hint">{left.slice(shown).join(", ")}</p>
        </details>
      )}
    </>
  );
}
