import fs from "node:fs";
import path from "node:path";
import { isSea } from "node:sea";
import { drawIcon } from "../icon-pixels.ts";
import { agendaIcon } from "../icon-shapes.ts";
import { monotonic } from "../monotonic.ts";
import { gtkCursor, type StillCursor } from "./gtk-cursor.ts";
import { startPump } from "./pump.ts";
import { centred, firstSize, isReachable, smallest, type Bounds } from "./window-bounds.ts";
import type { Application, BrowserWindow } from "@webviewjs/webview";

export type { Application, BrowserWindow };

export type WindowWishes = {
  readonly link: string;
  /** Where the browser engine keeps its own files. */
  readonly engineFolder: string;
  readonly bounds: Bounds | null;
  readonly keepBounds: (bounds: Bounds) => void;
  /** Opens what is not ours to show, for example a telephone number. */
  readonly openOutside: (url: string) => void;
  readonly closed: (by: "user" | "system") => void;
};

export type Window = {
  /** The page has drawn itself: the window appears, where it has not yet. */
  readonly pageCame: () => void;
  /** The page has asked for something: somebody is at it. */
  readonly pageAsked: () => void;
  readonly stillCursor: StillCursor;
  /** Brings the window before all others. */
  readonly show: () => void;
  readonly close: () => void;
};

// A place is kept at its first change and then at most so often (ms): moving a window changes it sixty times a second.
const keptEvery = 100;
// What is typed into a window before its page can take it is lost, so the window waits, however slow the machine is. A page
// that has asked for nothing in so long does not come, and the window is shown all the same: hidden, it would be a program
// that did not start. Whoever launches Agenda a second time meanwhile sees it at once.
const patience = 20_000;

type Engine = typeof import("@webviewjs/webview");

/** Loads the browser engine, or gives null where this system or this build has none. */
export async function loadEngine(): Promise<Engine | null> {
  try {
    if (isSea()) pointToAddon();
    const engine = await import("@webviewjs/webview");
    engine.getWebviewVersion();
    return engine;
  } catch {
    return null;
  }
}

function pointToAddon(): void {
  const native = path.join(path.dirname(process.execPath), "native");
  const addon = fs.readdirSync(native).find((name) => /^webview\..*\.node$/.test(name));
  if (addon) process.env["NAPI_RS_NATIVE_LIBRARY_PATH"] = path.join(native, addon);
}

/** Opens the window. Throws where the engine, though it is there, cannot show a page. */
export function openWindow(engine: Engine, wishes: WindowWishes): Window {
  const app = new engine.Application();
  const window = app.createBrowserWindow({ title: "Agenda", ...firstSize, visible: false });
  window.setMinSize(smallest.width, smallest.height, true);
  giveIcon(window);
  place(window, wishes.bounds);
  addPage(app, window, wishes);
  // The window appears with its page: an empty one would be a white flash.
  let shown = false;
  const { wake, mayRest, stop } = startPump(app, window, wishes.closed);
  const show = () => {
    const first = !shown;
    shown = true;
    mayRest();
    if (window.isMinimized()) window.setMinimized(false);
    window.show();
    window.focus();
    if (!first) return;
    // Before it is shown, some desktops do not let a window be placed.
    place(window, wishes.bounds);
    keepPlace(window, wishes.keepBounds);
  };
  const pageCame = () => {
    if (!shown) show();
  };
  const givingUp = setTimeout(pageCame, patience).unref();
  const pageAsked = () => {
    wake();
    if (!shown) givingUp.refresh();
  };
  return { pageCame, pageAsked, stillCursor: gtkCursor(), show, close: stop };
}

// Pixels a side: what a title bar needs at twice the usual density, and a Windows taskbar at as much.
const [inTitle, inTaskbar] = [48, 96];

function giveIcon(window: BrowserWindow): void {
  try {
    window.setWindowIcon(drawIcon(agendaIcon, inTitle), inTitle, inTitle);
    if (process.platform === "win32") {
      window.setTaskbarIcon(drawIcon(agendaIcon, inTaskbar), inTaskbar, inTaskbar);
    }
  } catch {
    // A desktop that takes no icon still shows the window.
  }
}

function addPage(
  app: Application,
  window: BrowserWindow,
  { link, engineFolder, openOutside }: WindowWishes,
): void {
  const origin = `${new URL(link).origin}/`;
  window.createWebview({
    url: link,
    webContext: app.createWebContext({ dataDirectory: engineFolder }),
    incognito: true,
    hotkeysZoom: true,
    clipboard: true,
    navigationHandler(url) {
      if (url.startsWith(origin) || url === "about:blank") return true;
      openOutside(url);
      return false;
    },
    newWindowHandler: () => false,
  });
}

function place(window: BrowserWindow, kept: Bounds | null): void {
  const monitors = window.getAvailableMonitors();
  const main = window.getPrimaryMonitor() ?? monitors[0];
  const reachable = kept && isReachable(kept, monitors) ? kept : null;
  // Not the engine's own centre: it does not know a hidden window's size, and puts the corner there on some desktops.
  const bounds = reachable ?? (main && centred(kept ?? firstSize, main));
  if (!bounds) return;
  window.setSize(bounds.width, bounds.height, true);
  window.setPosition(bounds.x, bounds.y);
  if (kept?.maximized) window.setMaximized(true);
}

function keepPlace(window: BrowserWindow, keep: (bounds: Bounds) => void): void {
  let timer: NodeJS.Timeout | undefined;
  let keptAt = -Infinity;
  const keepNow = () => {
    timer = undefined;
    keptAt = monotonic();
    if (window.isMinimized()) return;
    const maximized = window.isMaximized();
    keep({ ...window.getPosition(), ...window.getInnerSize(true), maximized });
  };
  const changed = () => {
    timer ??= setTimeout(keepNow, Math.max(0, keptAt + keptEvery - monotonic())).unref();
  };
  window.on("move", changed).on("resize", changed);
}
