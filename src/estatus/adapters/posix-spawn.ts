import fs from "node:fs";
import os from "node:os";
import { getSystemErrorName } from "node:util";
import { loadKoffi } from "../../koffi.ts";

/**
 * Starts a program: in a session of its own, nothing to read or write, `folder` as working directory, every signal as it
 * usually is. Returns its pid. @throws Error as Node's own spawn, with the system's `code`
 */
export type PosixSpawn = (executable: string, args: readonly string[], folder: string) => number;

// <spawn.h> of glibc and musl alike, whose two structures take 336 and 80 bytes at most.
const SETSIGDEF = 0x04;
const SETSIGMASK = 0x08;
const SETSID = 0x80;
const [ATTRIBUTES_BYTES, ACTIONS_BYTES, SIGNALS_BYTES] = [512, 256, 128];

/**
 * The C library's posix_spawn, through koffi, of which `child_process` needs ten times as long until a program runs.
 * @throws Error where koffi's addon is missing, or the C library is too old for a working directory
 */
export async function loadPosixSpawn(): Promise<PosixSpawn> {
  const libc = (await loadKoffi()).load(null);
  const declare = (prototype: string) => libc.func(prototype) as (...words: unknown[]) => number;
  const spawn = declare(
    "int posix_spawn(_Out_ int *, const char *, void *, void *, const char **, const char **)",
  );
  const begin = declare("int posix_spawn_file_actions_init(void *)");
  const end = declare("int posix_spawn_file_actions_destroy(void *)");
  const open = declare("int posix_spawn_file_actions_addopen(void *, int, const char *, int, int)");
  const changeFolder = declare("int posix_spawn_file_actions_addchdir_np(void *, const char *)");
  const attributes = usualAttributes(declare);
  ignoreEnds(declare);

  return (executable, args, folder) => {
    const actions = Buffer.alloc(ACTIONS_BYTES);
    begin(actions);
    for (const descriptor of [0, 1, 2]) open(actions, descriptor, "/dev/null", fs.constants.O_RDWR, 0);
    changeFolder(actions, folder);
    const pid: [number | null] = [null];
    const environment = Object.entries(process.env).map(([name, value]) => `${name}=${value}`);
    const start = (file: string, words: readonly string[]) =>
      spawn(pid, file, actions, attributes, [file, ...words, null], [...environment, null]);
    let failure = start(executable, args);
    // A script without a first line is the shell's, as for execvp(3).
    if (failure === os.constants.errno.ENOEXEC) failure = start("/bin/sh", [executable, ...args]);
    end(actions);
    if (failure !== 0) throw spawnError(executable, failure);
    return pid[0]!;
  };
}

type Declare = (prototype: string) => (...words: unknown[]) => number;

// Node ignores a broken pipe, and what is ignored would stay so in the program.
function usualAttributes(declare: Declare): Buffer {
  const attributes = Buffer.alloc(ATTRIBUTES_BYTES);
  declare("int posix_spawnattr_init(void *)")(attributes);
  declare("int posix_spawnattr_setflags(void *, short)")(attributes, SETSID | SETSIGDEF | SETSIGMASK);
  declare("int posix_spawnattr_setsigdefault(void *, void *)")(attributes, Buffer.alloc(SIGNALS_BYTES, 0xff));
  declare("int posix_spawnattr_setsigmask(void *, void *)")(attributes, Buffer.alloc(SIGNALS_BYTES));
  return attributes;
}

// Nobody here waits for the program: it must not stay a zombie under a watch.
function ignoreEnds(declare: Declare): void {
  const SIG_IGN = 1;
  declare("intptr_t signal(int, intptr_t)")(os.constants.signals.SIGCHLD, SIG_IGN);
}

function spawnError(executable: string, errno: number): Error {
  const code = getSystemErrorName(-errno);
  return Object.assign(new Error(`spawn ${executable} ${code}`), { code });
}
