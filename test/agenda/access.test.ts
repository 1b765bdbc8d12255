import { execFileSync } from "node:child_process";
import { request } from "node:http";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readInstance, type Instance } from "../../src/agenda/instance-file.ts";
import { enter, launch, newFolder, type Guest } from "./launch.ts";

const stack = new AsyncDisposableStack();
let link: string;
let page: Guest;
let instance: Instance;

beforeAll(async () => {
  const { folder } = stack.use(newFolder());
  link = await stack.use(launch(folder)).firstLine;
  page = await enter(link);
  instance = readInstance(folder)!;
});

afterAll(() => stack.disposeAsync());

// fetch() does not let a caller name another Host.
function statusWith(headers: Record<string, string>, path: string, method = "GET"): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  request({ host: "127.0.0.1", port: page.port, path, method, headers }, (response) => {
    response.resume();
    resolve(response.statusCode!);
  })
    .on("error", reject)
    .end(method === "GET" ? undefined : '{"name":"Eve","phone":""}');
  return promise;
}

const own = () => ({ host: `127.0.0.1:${page.port}`, cookie: page.cookie });
const list = () => `${page.room}api/contacts`;

test("A link opens the page once", async () => {
  expect((await fetch(link)).status).toBe(403);
  expect((await fetch(link.replace(/key=.*/, "key="))).status).toBe(403);
  expect(await statusWith(own(), list())).toBe(200);
});

test("The cookie is hidden from scripts, from other sites and from other local ports", async () => {
  expect(page.cookie).toMatch(/^agenda=[\w-]{43}$/);
  expect(page.room).toMatch(/^\/[\w-]{43}\/$/);
});

test("A browser that looks for an icon before the page names one finds nothing to complain of", async () => {
  expect(await statusWith({ host: own().host }, "/favicon.ico")).toBe(204);
  expect(await statusWith({ host: "evil.example" }, "/favicon.ico")).toBe(403);
});

test("It listens on 127.0.0.1 alone, and not even on other addresses of the same machine", async () => {
  const others = Object.values(networkInterfaces())
    .flat()
    .map((each) => each!.address)
    .filter((address) => address !== "127.0.0.1" && !address.startsWith("fe80"));
  for (const host of ["127.0.0.2", ...others]) {
    const socket = connect({ host, port: page.port });
    const outcome = await new Promise<string>((resolve) => {
      socket.once("connect", () => resolve("connected"));
      socket.once("error", (error) => resolve((error as NodeJS.ErrnoException).code ?? ""));
    });
    socket.destroy();
    expect([host, outcome]).toEqual([host, "ECONNREFUSED"]);
  }
});

test("Without the cookie there are no contacts and no page", async () => {
  expect(await statusWith({ host: own().host }, list())).toBe(401);
  expect(await statusWith({ host: own().host }, page.room)).toBe(401);
  expect(await statusWith({ ...own(), cookie: "agenda=guess" }, list())).toBe(401);
  expect(await statusWith(own(), "/api/contacts")).toBe(404);
});

test.for(["localhost", "evil.example", "127.0.0.1:1", "[::1]"])(
  "Another host name (%s) is refused",
  async (host) => {
    expect(
      await statusWith({ ...own(), host: host.endsWith(":1") ? host : `${host}:${page.port}` }, list()),
    ).toBe(403);
  },
);

test.for(["http://127.0.0.1:1", "https://evil.example", "null"])(
  "A page of another origin (%s) is refused",
  async (origin) => {
    const headers = { ...own(), origin, "content-type": "application/json" };
    expect(await statusWith(headers, list())).toBe(403);
    expect(await statusWith(headers, list(), "POST")).toBe(403);
  },
);

test("A change that names no origin is refused, and so is a read that a foreign page makes", async () => {
  const headers = { ...own(), "content-type": "application/json" };
  expect(await statusWith(headers, list(), "POST")).toBe(403);
  expect(await statusWith({ ...own(), "sec-fetch-site": "same-site" }, list())).toBe(403);
  expect(await statusWith({ ...own(), "sec-fetch-site": "cross-site" }, page.room)).toBe(403);
});

test("Only the secret of the instance file makes it show itself", async () => {
  const headers = { host: own().host, "content-type": "application/json" };
  expect(await statusWith({ ...headers, authorization: "Bearer guess" }, "/instance/show", "POST")).toBe(403);
  expect(await statusWith({ ...headers, cookie: page.cookie }, "/instance/show", "POST")).toBe(403);
});

test("The page is served with a policy that allows no inline script and no other server", async () => {
  const response = await page.ask("GET", "");
  expect(response.headers.get("content-security-policy")).toMatch(
    /default-src 'none'; script-src 'self'; style-src 'self';/,
  );
  expect(response.headers.get("content-security-policy")).not.toContain("unsafe");
  expect(response.headers.get("referrer-policy")).toBe("no-referrer");
  expect(await response.text()).toContain("<title>Agenda</title>");
});

test.for(["../package.json", "..%2f..%2fpackage.json", "assets/../../../package.json", "assets"])(
  "No address (%s) reaches a file that is not of the page",
  async (address) => {
    expect(await statusWith(own(), page.room + address)).toBe(404);
  },
);

test("Too large, malformed and wrong requests are refused in a sentence and change nothing", async () => {
  const large = { ...own(), origin: `http://${own().host}`, "content-length": "2000000" };
  expect(await statusWith(large, list(), "POST")).toBe(413);
  for (const body of [
    { name: 7, phone: "" },
    { phone: "1" },
    { name: " ", phone: "\t" },
    { name: "x".repeat(1_001), phone: "" },
  ]) {
    const response = await page.ask("POST", "api/contacts", body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { message: expect.stringMatching(/\.$/) } });
  }
  expect(await page.call("GET", "api/contacts")).toMatchObject({ total: 0 });
});

test("Another user of the PC who reads a link from a command line cannot use it, nor use it up", async () => {
  const fresh = await fetch(`http://127.0.0.1:${page.port}/instance/show`, {
    method: "POST",
    headers: { authorization: `Bearer ${instance.secret}`, "content-type": "application/json" },
    body: JSON.stringify({ link: true }),
  });
  const { link: again } = (await fresh.json()) as { link: string };
  const { port, pathname, search } = new URL(again);
  const request = `GET ${pathname}${search} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`;
  const script = `exec 3<>/dev/tcp/127.0.0.1/${port}; printf '%s' "$0" >&3; cat <&3`;
  const ask = (as: { uid?: number }) =>
    execFileSync("bash", ["-c", script, request], { encoding: "utf8", cwd: "/", ...as }).split("\r\n")[0];
  // Only root can become somebody else: anybody else asks as the user it is, who is let in.
  const root = process.getuid?.() === 0;
  if (root) expect(ask({ uid: 65_534 })).toBe("HTTP/1.1 403 Forbidden");
  expect(ask({})).toBe("HTTP/1.1 200 OK");
});

test("No browser keeps an answer on the disk, whether it has contacts, a secret or a refusal in it", async () => {
  const kept = (answer: Response) => answer.headers.get("cache-control");
  for (const address of ["", "api/state", "api/contacts", "api/export?format=csv", "api/bin", "api/nothing"])
    expect([address, kept(await page.ask("GET", address))]).toEqual([address, "no-store"]);
  expect(kept(await page.ask("POST", "api/contacts", { name: "", phone: "" }))).toBe("no-store");
  expect(kept(await fetch(link))).toBe("no-store");
  const events = await page.ask("GET", "api/events");
  expect(kept(events)).toBe("no-store");
  await events.body!.cancel();
});

test("Who opens the address of a page without its cookie reads a sentence, and a page's own request a refusal", async () => {
  const ask = (accept: string) =>
    fetch(`http://127.0.0.1:${page.port}${page.room}`, { headers: { accept } }).then(async (answer) => [
      answer.status,
      await answer.text(),
    ]);
  const [status, said] = await ask("text/html,*/*");
  expect(status).toBe(401);
  expect(said).toMatch(/^This page belongs to an Agenda that is over.* Start Agenda to open a new page\.$/);
  expect(await ask("*/*")).toEqual([401, expect.stringContaining('"code":"over"')]);
});
