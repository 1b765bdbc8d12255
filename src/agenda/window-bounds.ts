/** Where a window stands: its place in physical pixels of the desktop, its size in logical ones. */
export type Bounds = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
};

/** A monitor in physical pixels of the desktop. */
export type Monitor = {
  readonly position: { readonly x: number; readonly y: number };
  readonly size: { readonly width: number; readonly height: number };
  /** Physical pixels a logical one. */
  readonly scaleFactor: number;
};

type Size = { readonly width: number; readonly height: number };

/** No smaller: name, phone and a few contacts must fit. Logical pixels. */
export const smallest = { width: 320, height: 420 } as const;

/** Logical pixels of a first window, on a monitor that has room for it. */
export const firstSize = { width: 480, height: 720 } as const;

// What a title bar and a taskbar take of a monitor's height, in logical pixels.
const bars = 90;

/** A window of `size`, or as much of it as a monitor can show, in that monitor's middle. */
export function centred(size: Size, { position, size: monitor, scaleFactor }: Monitor): Bounds {
  const width = Math.max(smallest.width, Math.min(size.width, monitor.width / scaleFactor));
  const height = Math.max(smallest.height, Math.min(size.height, monitor.height / scaleFactor - bars));
  const before = (whole: number, part: number) => Math.max(0, Math.round((whole - part * scaleFactor) / 2));
  return {
    x: position.x + before(monitor.width, width),
    y: position.y + before(monitor.height, height + bars),
    width: Math.floor(width),
    height: Math.floor(height),
    maximized: false,
  };
}

// So much of the title bar must be on a monitor for the window to be taken hold of.
const handle = { width: 120, height: 24 };

/** Whether a window there could be seen and moved; a monitor may have gone since the bounds were kept. */
export function isReachable(bounds: Bounds, monitors: readonly Monitor[]): boolean {
  return monitors.some(({ position, size }) => {
    const left = Math.max(bounds.x, position.x);
    const right = Math.min(bounds.x + bounds.width, position.x + size.width);
    const below = bounds.y >= position.y && bounds.y + handle.height <= position.y + size.height;
    return below && right - left >= handle.width;
  });
}

/** Bounds as they were kept, or null where they are not bounds or too small. */
export function readBounds(kept: unknown): Bounds | null {
  const bounds = kept as Partial<Bounds> | null;
  const numbers = [bounds?.x, bounds?.y, bounds?.width, bounds?.height];
  if (!bounds || !numbers.every(Number.isFinite)) return null;
  if (bounds.width! < smallest.width || bounds.height! < smallest.height) return null;
  return { ...(bounds as Bounds), maximized: bounds.maximized === true };
}
