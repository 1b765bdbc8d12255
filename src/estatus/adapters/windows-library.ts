import { loadKoffi } from "../../koffi.ts";

/** A function of a Windows library; the caller names its parameters and result. */
export type Native<Parameters extends readonly unknown[], Result> = (...words: Parameters) => Result;

export type Windows = {
  /** Declares a function of a library (`kernel32`) by its C prototype. The library is loaded once. */
  readonly declare: <F extends (...words: never[]) => unknown>(library: string, prototype: string) => F;
  /** Reads a value of a C type at an address. */
  readonly read: (address: bigint, type: string) => number | bigint;
};

/** Windows' own functions, through koffi. @throws Error where koffi's addon is not beside the executable. */
export async function loadWindows(): Promise<Windows> {
  const koffi = await loadKoffi();
  const libraries = new Map<string, ReturnType<typeof koffi.load>>();
  const library = (name: string) => {
    const loaded = libraries.get(name) ?? koffi.load(`${name}.dll`);
    libraries.set(name, loaded);
    return loaded;
  };
  return {
    declare: (name, prototype) => library(name).func(prototype) as never,
    read: (address, type) => koffi.decode(address, type) as number | bigint,
  };
}
