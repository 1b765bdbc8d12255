import type { Availability } from "../../core/availability.ts";
import type { PageData } from "./data.ts";
import { HeadRow } from "./head-row.tsx";
import type { Say } from "./say.ts";

type Props = {
  readonly data: PageData;
  readonly shown: number;
  readonly onShow: (index: number) => void;
  readonly say: Say;
};

/** Every program on every machine in a line, and added up where several machines have it. */
export function Overview({ data, shown, onShow, say }: Props) {
  const { text } = say;
  const { program, machine, up, watched, bounds, failures } = text.overviewColumns;
  return (
    <section aria-labelledby="overview">
      <h2 id="overview">{text.overview}</h2>
      <div class="scroll" tabIndex={0} role="group" aria-labelledby="overview">
        <table>
          <HeadRow titles={[program, machine, up, watched, bounds, failures]} />
          <tbody>
            {data.totals.map((total) => (
              <tr key={total.name} class="total">
                <td>{total.name}</td>
                <td>{text.machines(say.number(total.machines))}</td>
                <Shares availability={total.availability} failures={total.failures} say={say} />
              </tr>
            ))}
            {data.programs.map((one, index) => (
              <tr key={index} class={index === shown ? "shown" : ""}>
                <td>
                  <button
                    type="button"
                    class="link"
                    aria-pressed={index === shown}
                    onClick={() => onShow(index)}
                  >
                    {one.name}
                  </button>
                </td>
                <td>{one.machine ?? text.thisMachine}</td>
                <Shares availability={one.availability} failures={one.failures} say={say} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type SharesProps = { readonly availability: Availability; readonly failures: number; readonly say: Say };

function Shares({ availability: { known, coverage, lower, upper }, failures, say }: SharesProps) {
  const share = (value: number | null) => (value === null ? "—" : say.percent(value));
  return (
    <>
      <td>{share(known)}</td>
      <td>{share(coverage)}</td>
      <td>{lower === null ? "—" : `${share(lower)} – ${share(upper)}`}</td>
      <td>{say.number(failures)}</td>
    </>
  );
}
