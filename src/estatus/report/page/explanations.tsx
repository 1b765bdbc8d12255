import type { Say } from "./say.ts";

/** Every figure in plain words. */
export function Explanations({ say }: { readonly say: Say }) {
  return (
    <section aria-labelledby="explained">
      <h2 id="explained">{say.text.explained}</h2>
      <dl class="explained">
        {say.text.explanations.map(([title, words]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
