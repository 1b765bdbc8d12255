import type { Native, Windows } from "./windows-library.ts";

const SM_SHUTTINGDOWN = 0x2000;
const GWL_STYLE = -16;
const GW_OWNER = 4;
const WS_VISIBLE = 0x1000_0000;
const WS_CAPTION = 0x00c0_0000;

type WindowHandle = bigint | null;

/** The questions about the user's desktop, each asked of Windows when it is called. */
export function desktopQuestions(windows: Windows) {
  const { declare } = windows;
  const metric = declare<Native<[number], number>>("user32", "int GetSystemMetrics(int)");
  const hung = declare<Native<[WindowHandle], number>>("user32", "int IsHungAppWindow(void *)");
  const mainWindowsOf = mainWindows(windows);

  /** Whether our session is being ended: logoff or shutdown. */
  const sessionEnding = () => metric(SM_SHUTTINGDOWN) !== 0;

  /** Whether Windows calls a window of this process hung: it has taken no message for five seconds. */
  const windowHung = (pid: number) => mainWindowsOf(pid).some((window) => hung(window) !== 0);

  /** The process that draws the user's desktop, from which a double click starts programs; null where none does. */
  function shellPid(): number | null {
    const shell = declare<Native<[], WindowHandle>>("user32", "void *GetShellWindow()")();
    return shell === null ? null : ownerOf(windows)(shell);
  }

  return { sessionEnding, windowHung, shellPid };
}

function ownerOf({ declare }: Windows) {
  const ownerPid = declare<Native<[WindowHandle, [number]], number>>(
    "user32",
    "uint32_t GetWindowThreadProcessId(void *, _Out_ uint32_t *)",
  );
  return (window: WindowHandle): number => {
    const owner: [number] = [0];
    ownerPid(window, owner);
    return owner[0];
  };
}

/** Finds the windows of a process that a user would call its windows. */
function mainWindows(windows: Windows) {
  const { declare } = windows;
  const next = declare<Native<[null, WindowHandle, null, null], WindowHandle>>(
    "user32",
    "void *FindWindowExW(void *, void *, void *, void *)",
  );
  const longOf = declare<Native<[WindowHandle, number], number>>(
    "user32",
    "int32_t GetWindowLongW(void *, int)",
  );
  const related = declare<Native<[WindowHandle, number], WindowHandle>>(
    "user32",
    "void *GetWindow(void *, uint32_t)",
  );
  const owner = ownerOf(windows);

  function* topLevelWindows() {
    const seen = new Set<WindowHandle>();
    // Windows come and go while we walk; a walk that comes back to where it was has lost its way.
    for (let window = next(null, null, null, null); window !== null && !seen.has(window);) {
      yield window;
      seen.add(window);
      window = next(null, window, null, null);
    }
  }

  // Hidden helper windows pump no messages by design. One that Windows has put its "not responding" picture over
  // is hidden too, but keeps its caption.
  function isMainWindow(window: WindowHandle): boolean {
    const style = longOf(window, GWL_STYLE);
    const shown = (style & WS_VISIBLE) !== 0 || (style & WS_CAPTION) === WS_CAPTION;
    return shown && related(window, GW_OWNER) === null;
  }

  return (pid: number) =>
    [...topLevelWindows()].filter((window) => owner(window) === pid && isMainWindow(window));
}
