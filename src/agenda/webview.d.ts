// The part of @webviewjs/webview 0.4.7 that Agenda uses. The package is not among the dependencies: packaging
// fetches it and builds it in where there is a window for the system.
declare module "@webviewjs/webview" {
  type Size = { width: number; height: number };
  type Position = { x: number; y: number };
  type Monitor = { position: Position; size: Size; scaleFactor: number };

  /** The version of the system's browser engine; throws where there is none. */
  export function getWebviewVersion(): string;

  export class Application {
    createBrowserWindow(options: {
      title?: string;
      width?: number;
      height?: number;
      visible?: boolean;
    }): BrowserWindow;
    createWebContext(options: { dataDirectory: string }): WebContext;
    /** Handles the events that wait, without blocking; false once the application is over. */
    pumpEvents(): boolean;
    exit(): void;
  }

  type WebContext = { dispose(): void };

  export class BrowserWindow {
    createWebview(options: {
      url: string;
      webContext: WebContext;
      incognito: boolean;
      hotkeysZoom: boolean;
      clipboard: boolean;
      navigationHandler: (url: string) => boolean;
      newWindowHandler: (event: { url?: string }) => boolean;
    }): unknown;
    on(event: "move" | "resize" | "focus" | "blur" | "close", listener: () => void): this;
    /** RGBA pixels, a byte a channel. */
    setWindowIcon(icon: Uint8Array, width: number, height: number): void;
    /** The same, for the taskbar; on Windows only. */
    setTaskbarIcon(icon: Uint8Array, width: number, height: number): void;
    setMinSize(width: number, height: number, logical: boolean): void;
    setSize(width: number, height: number, logical: boolean): void;
    getInnerSize(logical: boolean): Size;
    setPosition(x: number, y: number): void;
    getPosition(): Position;
    getAvailableMonitors(): Monitor[];
    getPrimaryMonitor(): Monitor | null;
    isMaximized(): boolean;
    setMaximized(maximized: boolean): void;
    isMinimized(): boolean;
    setMinimized(minimized: boolean): void;
    show(): void;
    focus(): void;
  }
}
