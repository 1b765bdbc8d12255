import { AppError } from "../../../app-error.ts";
import { text } from "../../../locales/exchange.ts";

/** The pickle wants something that is not on the list of what we understand; the whole file is refused. */
export function refused(name: string): AppError {
  return new AppError("pickle-refused", text().pickleRefused(name), text().pickleRefusedHint);
}

/** The bytes at `position` make no pickle: cut off, damaged, or never one. */
export function broken(position: number): AppError {
  return new AppError("pickle-broken", text().pickleBroken(position), text().pickleBrokenHint);
}
