import type { IncomingMessage } from "node:http";
import { Hono, type Context, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import { streamSSE } from "hono/streaming";
import { text } from "../locales/agenda.ts";
import { isForHost, isFromOwnPage, type Access, type Visit } from "./access.ts";
import { isOwnPeer } from "./peer.ts";
import type { PageFile } from "./page-files.ts";
import type { Pages } from "./pages.ts";
import { refusalOf, refuse } from "./refusal.ts";
import { shapes } from "./requests.ts";
import type { Route } from "./route.ts";

export type Site = {
  readonly access: Access;
  readonly pages: Pages;
  readonly files: ReadonlyMap<string, PageFile>;
  readonly routes: readonly Route[];
  /** The port it listens on, once it does. */
  readonly port: () => number;
  /** What a change has to wait for before it may write. */
  readonly importing: () => Promise<unknown> | null;
  /** Hears of everything that was thrown. */
  readonly failed: (error: unknown) => void;
  /** A second launch asks: shows the window, and gives a link where one is wanted or no window can be shown. */
  readonly show: (wantsLink: boolean) => { link: string | null };
};

const jsonLimit = 1_000_000;

/** The whole local site: who may enter, the page's files, the API and its events. */
export function createApi(site: Site): Hono {
  const { access, port } = site;
  // The room's own address ends in a slash.
  const app = new Hono({ strict: false });
  app.use(headers);
  app.use(unstored);
  app.use(async (c, next) => (isForHost(visitOf(c), port()) ? next() : c.json(forbidden(), 403)));
  app.onError((error, c) => {
    site.failed(error);
    const { status, refusal } = refusalOf(error);
    return c.json(refusal, status);
  });
  app.notFound((c) => c.json(refuse("not-found", text().notFound, text().notFoundHint), 404));

  app.post("/instance/show", bodyLimit({ maxSize: jsonLimit }), async (c) => {
    if (!access.isOwner(visitOf(c))) return c.json(forbidden(), 403);
    c.header("agenda-answer", access.answer);
    return c.json(site.show(shapes.show.parse(await c.req.json()).link));
  });
  app.get("/open", (c) => {
    if (!isOwnPeer(peerPortOf(c), port())) return c.json(forbidden(), 403);
    const cookie = access.spendKey(c.req.query("key") ?? "");
    if (!cookie) return c.text(text().keySpent, 403);
    c.header("Set-Cookie", cookie);
    // Not a redirect: a browser that was led here from elsewhere would not send a strict cookie along with it.
    return c.html(
      `<!doctype html><meta http-equiv="refresh" content="0; url=${access.room}/"><title>Agenda</title>`,
    );
  });
  // Browsers ask for one where a page names none, or has not yet; the page in the room names its own.
  app.get("/favicon.ico", (c) => c.body(null, 204));
  app.route(access.room, inRoom(site));
  return app;
}

function inRoom({ access, pages, files, routes, port, importing }: Site): Hono {
  const room = new Hono();
  room.use(async (c, next) => {
    const visit = visitOf(c);
    if (!isFromOwnPage(visit, port())) return c.json(forbidden(), 403);
    // Somebody who opens the address of an Agenda that is over reads it in the window; the page reads it as any refusal.
    if (!access.isGuest(visit)) {
      if (visit.header("accept")?.includes("text/html"))
        return c.text(`${text().over} ${text().overHint}`, 401);
      return c.json(refuse("over", text().over, text().overHint), 401);
    }
    pages.asked();
    return next();
  });
  room.get("/api/events", (c) =>
    streamSSE(c, async (stream) => {
      const gone = Promise.withResolvers<void>();
      const leave = pages.join((happening) => void stream.writeSSE({ data: JSON.stringify(happening) }));
      stream.onAbort(gone.resolve);
      // The headers go out with the first bytes.
      await stream.write(": welcome\n\n");
      await gone.promise;
      leave();
    }),
  );
  for (const route of routes) {
    room.on(
      route.method,
      route.path,
      bodyLimit({ maxSize: route.bodyLimit ?? jsonLimit, onError: (c) => tooLarge(c, route) }),
      (c) => answer(c, route, importing),
    );
  }
  for (const [name, file] of files) {
    room.get(`/${name}`, (c) => c.body(file.content, 200, { "content-type": file.type }));
  }
  return room;
}

async function answer(c: Context, route: Route, importing: Site["importing"]): Promise<Response> {
  const isJson = c.req.header("content-type")?.startsWith("application/json") ?? false;
  const body: unknown = isJson ? await c.req.json() : undefined;
  if (route.method !== "GET" && !route.duringImport) await importing();
  const result = await route.answer({
    params: c.req.param(),
    query: c.req.query(),
    body,
    request: c.req.raw,
  });
  if (result instanceof Response) return result;
  return route.status === 204 ? c.body(null, 204) : c.json(result, route.status ?? 200);
}

function tooLarge(c: Context, { tooLarge: said }: Route): Response {
  const { message, hint } = said?.(c.req.query()) ?? { message: text().tooLarge, hint: text().tooLargeHint };
  return c.json(refuse("too-large", message, hint), 413);
}
const forbidden = () => refuse("forbidden", text().forbidden, text().forbiddenHint);

function peerPortOf(c: Context): number {
  return (c.env as { incoming: IncomingMessage }).incoming.socket.remotePort ?? 0;
}

function visitOf(c: Context): Visit {
  return { method: c.req.method, header: (name) => c.req.header(name) };
}

// What a browser keeps of an answer stays on the disk when Agenda has ended. Of the page's own files nothing is worth to be
// kept either: their address is another one at each launch.
const unstored: MiddlewareHandler = async (c, next) => {
  await next();
  c.res.headers.set("cache-control", "no-store");
};

const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", "data:"],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  crossOriginResourcePolicy: "same-origin",
  referrerPolicy: "no-referrer",
  strictTransportSecurity: false,
  xFrameOptions: "DENY",
});
