import { randomBytes, timingSafeEqual } from "node:crypto";

/** What decides whether a request is let in; header names are lower-case. */
export type Visit = {
  readonly method: string;
  readonly header: (name: string) => string | undefined;
};

export type Access = {
  /** The folder of all addresses of this launch. Cookies are not parted by port: their path does it. */
  readonly room: string;
  /** What a second launch shows to be let in. */
  readonly secret: string;
  /** What it is shown in return: whoever else answers on this launch's port does not know it. */
  readonly answer: string;
  /** A new key for a link that works once. */
  readonly newKey: () => string;
  /** Spends a key; the value of the cookie for it, or null where it is not one, or was spent. */
  readonly spendKey: (key: string) => string | null;
  /** Whether the request carries the second launch's secret. */
  readonly isOwner: (visit: Visit) => boolean;
  /** Whether the request carries a cookie that a key was spent for. */
  readonly isGuest: (visit: Visit) => boolean;
};

const cookieName = "agenda";
const secret = () => randomBytes(32).toString("base64url");

/** New secrets for one launch. Nothing of them is stored but what `instance.json` holds. */
export function newAccess(): Access {
  const room = `/${secret()}`;
  const owner = secret();
  const keys = new Set<string>();
  const guests = new Set<string>();
  return {
    room,
    secret: owner,
    answer: secret(),
    newKey() {
      const key = secret();
      keys.add(key);
      return key;
    },
    spendKey(key) {
      if (!keys.delete(key)) return null;
      const guest = secret();
      guests.add(guest);
      return `${cookieName}=${guest}; Path=${room}/; HttpOnly; SameSite=Strict`;
    },
    isOwner: (visit) => same(visit.header("authorization") ?? "", `Bearer ${owner}`),
    isGuest: (visit) => cookiesOf(visit).some((cookie) => guests.has(cookie)),
  };
}

/** Whether the request calls this server by its own name; anything else may be DNS rebinding. */
export function isForHost(visit: Visit, port: number): boolean {
  return visit.header("host") === `127.0.0.1:${port}`;
}

/**
 * Whether the request comes from a page of our own, or is the page itself being opened. Another local port is
 * another origin, and a change that names no origin does not come from a page.
 */
export function isFromOwnPage(visit: Visit, port: number): boolean {
  const origin = visit.header("origin");
  if (origin !== undefined) return origin === `http://127.0.0.1:${port}`;
  if (visit.method !== "GET" && visit.method !== "HEAD") return false;
  const site = visit.header("sec-fetch-site");
  return site === undefined || site === "same-origin" || site === "none";
}

function cookiesOf(visit: Visit): string[] {
  return (visit.header("cookie") ?? "")
    .split(/; */)
    .filter((pair) => pair.startsWith(`${cookieName}=`))
    .map((pair) => pair.slice(cookieName.length + 1));
}

function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
