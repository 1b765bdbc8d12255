const paths = {
  search: "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM20 20l-4-4",
  copy: "M9 9h10v11H9zM5 15V4h10",
  call: "M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a1 1 0 0 1-1 1A15 15 0 0 1 4 5a1 1 0 0 1 1-1z",
  edit: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
  bin: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5",
  menu: "M12 5.5v.01M12 12v.01M12 18.5v.01",
  done: "M5 12.5l4.5 4.5L19 7.5",
  doubt: "M12 4L2.8 19.5h18.4zM12 10v4.5M12 17.2v.01",
  close: "M6 6l12 12M18 6L6 18",
  merge: "M6 4v4a5 5 0 0 0 5 5h7M14 9l4 4-4 4M6 20v-3",
  people:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20a6.5 6.5 0 0 1 13 0M16 4.5a3.5 3.5 0 0 1 0 6M18 14a6.5 6.5 0 0 1 3.5 6",
  back: "M9 7L4 12l5 5M4 12h10a6 6 0 0 1 6 6",
} as const;

export type IconName = keyof typeof paths;

/** A line drawing in the colour of the text; it says nothing that the words beside it do not. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
