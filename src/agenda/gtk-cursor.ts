import { loadKoffi } from "../koffi.ts";

/** Stops the cursor in the text fields, or lets it blink again as the desktop has it. Settles once the engine knows. */
export type StillCursor = (still: boolean) => Promise<void>;

/** The longest time that GTK takes for a blink, in ms. The cursor can be seen for half of it: twelve days. */
const FOREVER = 0x7f_ff_ff_ff;

const blinks = "gtk-cursor-blink";
const blinkTime = "gtk-cursor-blink-time";

/**
 * Stops the cursor of WebKitGTK, which lets no page do so but follows the GTK settings of this process. What that takes is
 * loaded at the first rest, not at launch; where it cannot be loaded, the cursor goes on as it is.
 */
export function gtkCursor(): StillCursor {
  let stands = false;
  let loading: Promise<Settings> | undefined;
  return async (still) => {
    if (process.platform !== "linux" || still === stands) return;
    stands = still;
    try {
      const { set, reset } = await (loading ??= loadSettings());
      // Not by blinking switched off: where it is, WebKitGTK 2.52 draws a cursor anew at every frame (4 % of a core).
      if (still) {
        set(blinkTime, FOREVER);
        set(blinks, 1);
      } else {
        reset(blinkTime);
        reset(blinks);
      }
    } catch {
      // No koffi, or no GTK 3 with a display.
    }
  };
}

type Settings = {
  readonly set: (name: string, value: number) => void;
  /** Lets the desktop say it again. */
  readonly reset: (name: string) => void;
};

async function loadSettings(): Promise<Settings> {
  const gtk = (await loadKoffi()).load("libgtk-3.so.0");
  const settings: unknown = gtk.func("void *gtk_settings_get_default()")();
  if (settings === null) throw new Error("GTK has no display");
  const set = gtk.func("void g_object_set(void *, const char *, ...)") as (...words: unknown[]) => void;
  const reset = gtk.func("void gtk_settings_reset_property(void *, const char *)");
  return {
    set: (name, value) => set(settings, name, "int", value, "void *", null),
    reset: (name) => void reset(settings, name),
  };
}
