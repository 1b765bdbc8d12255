import { useEffect, useRef } from "preact/hooks";
import uPlot from "uplot";

type Props = {
  /** What the chart shows, for those who do not see it. */
  readonly label: string;
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly xLabel: (value: number) => string;
  readonly yLabel: (value: number) => string;
  readonly xSplits: readonly number[];
  readonly yRange: readonly [number, number];
  readonly names: readonly [x: string, y: string];
  /** Whether a value holds until the next one. */
  readonly stepped: boolean;
};

const HEIGHT = 220;

/** A line over a logarithmic axis of time, drawn by uPlot in the colours of the page. */
export function Chart(props: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current!;
    let plot = draw(element, props);
    const redraw = () => {
      plot.destroy();
      plot = draw(element, props);
    };
    const looks = ["(prefers-color-scheme: dark)", "print"].map((query) => matchMedia(query));
    const resized = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height: HEIGHT }));
    for (const look of looks) look.addEventListener("change", redraw);
    resized.observe(element);
    return () => {
      for (const look of looks) look.removeEventListener("change", redraw);
      resized.disconnect();
      plot.destroy();
    };
    // The label says it in words: what it does not change, the chart does not show.
  }, [props.label]);
  return <div ref={place} class="plot" role="img" aria-label={props.label} />;
}

/** Labels nearer to each other than this, in pixels, would run into one another. */
const ROOM = 46;

// Leaves out the marks that have no room beside the one before.
const withRoom: uPlot.Axis.Filter = (plot, splits) => {
  let last = -Infinity;
  return splits.map((split) => {
    const place = plot.valToPos(split, "x");
    if (place - last < ROOM) return null;
    last = place;
    return split;
  });
};

function draw(element: HTMLDivElement, props: Props): uPlot {
  const colours = getComputedStyle(element);
  const colour = (name: string) => colours.getPropertyValue(name);
  const axis = {
    stroke: colour("--soft"),
    grid: { stroke: colour("--line") },
    ticks: { stroke: colour("--line") },
  };
  const [low, high] = props.yRange;
  const options: uPlot.Options = {
    width: element.clientWidth || 300,
    height: HEIGHT,
    padding: [8, 16, 0, 0],
    cursor: { y: false },
    legend: { live: true },
    scales: {
      x: { time: false, distr: 3, range: [props.xs[0] ?? 1, props.xs.at(-1) ?? 10] },
      y: { range: [low, high] },
    },
    axes: [
      {
        ...axis,
        splits: () => [...props.xSplits],
        filter: withRoom,
        values: (_, values) =>
          values.map((value: number | null) => (value === null ? "" : props.xLabel(value))),
      },
      { ...axis, size: 70, values: (_, values) => values.map(props.yLabel) },
    ],
    series: [
      { label: props.names[0], value: (_, value) => (value === null ? "" : props.xLabel(value)) },
      {
        label: props.names[1],
        value: (_, value) => (value === null ? "" : props.yLabel(value)),
        stroke: colour("--accent"),
        fill: colour("--accent-soft"),
        width: 2,
        points: { show: false },
        ...(props.stepped && uPlot.paths.stepped && { paths: uPlot.paths.stepped({ align: 1 }) }),
      },
    ],
  };
  return new uPlot(options, [[...props.xs], [...props.ys]], element);
}
