import { isFirst } from "./first-click.ts";
import { Icon, type IconName } from "./icon.tsx";

type Props = {
  icon: IconName;
  label: string;
  onClick: () => unknown;
  /** Left out of the order of the tabulator: for the buttons of a row, each of which has a key too. */
  inRow?: boolean;
};

/** A button that shows nothing but an icon: its words are for a screen reader, and for a pointer that rests on it. */
export function IconButton({ icon, label, onClick, inRow }: Props) {
  return (
    <button
      type="button"
      class="quiet"
      tabIndex={inRow ? -1 : undefined}
      aria-label={label}
      title={label}
      onClick={(event) => isFirst(event) && void onClick()}
    >
      <Icon name={icon} />
    </button>
  );
}
