import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { AppError, reasonOf } from "../app-error.ts";
import { text } from "../locales/agenda.ts";

export type Server = { readonly port: number; readonly close: () => void };

/**
 * Serves on this machine only. Port 0 takes a free one.
 * @throws AppError `no-port` where the port cannot be had.
 */
export async function serve(
  handle: (request: Request) => Response | Promise<Response>,
  port: number,
): Promise<Server> {
  const server = createAdaptorServer({ fetch: handle });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", (error) =>
    reject(new AppError("no-port", text().noPort(port, reasonOf(error)), text().noPortHint, error)),
  );
  server.listen(port, "127.0.0.1", resolve);
  await promise;
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close();
      // The last word to the open pages, that this Agenda is over, is still on its way.
      if ("closeAllConnections" in server) setTimeout(() => server.closeAllConnections(), 50);
    },
  };
}
