import type { ProgramData } from "./data.ts";
import type { Say } from "./say.ts";

/** A table of the week: the darker an hour, the more failures began in it. */
export function Hours({ hours, say }: { readonly hours: ProgramData["hours"]; readonly say: Say }) {
  const { text } = say;
  const most = Math.max(...hours.flat());
  return (
    <div class="chart wide">
      <h3>{text.hours}</h3>
      <p class="help">{most === 0 ? text.noFailures : text.hoursHelp}</p>
      {most > 0 && (
        <table class="week">
          <thead>
            <tr>
              <td />
              {hours[0]!.map((_, hour) => (
                <th key={hour} scope="col">
                  {hour}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hours.map((row, day) => (
              <tr key={day}>
                <th scope="row">{text.weekdays[day]}</th>
                {row.map((count, hour) => (
                  <td key={hour} class={`heat heat-${heatOf(count, most)}`}>
                    {count > 0 ? say.number(count) : ""}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function heatOf(count: number, most: number): number {
  return count === 0 ? 0 : Math.ceil((count / most) * 5);
}
