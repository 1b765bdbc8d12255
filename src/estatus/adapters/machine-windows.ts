import { AppError } from "../../app-error.ts";
import type { Machine } from "./ports.ts";

export function windowsMachine(): Machine {
  throw new AppError("platform", "Windows process details are not there yet.", "Use Linux for now.");
}
