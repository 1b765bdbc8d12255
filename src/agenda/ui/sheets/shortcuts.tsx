import { text } from "../words/text.ts";
import { Sheet } from "./sheet.tsx";

/** Every key and what it does. */
export function Shortcuts() {
  const words = text();
  return (
    <Sheet title={words.shortcuts}>
      {words.shortcutGroups.map(([title, keys]) => (
        <section key={title}>
          <h3>{title}</h3>
          <dl class="keys">
            {keys.map(([key, does]) => (
              <div key={key}>
                <dt>
                  {key.split(" · ").map((one) => (
                    <kbd key={one}>{one}</kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Sheet>
  );
}
