// Address space. What a process reserves counts against `ulimit -v`, written to or not.

/** What a process that has started still needs to live. */
export const SPARE = 2 ** 30;
/** What a WebAssembly memory of V8 reserves, however small it is: 10 GB. An access out of bounds then needs no check. */
export const MEMORY = 10 * 2 ** 30;
/** What a thread of Node takes, without a WebAssembly memory. Where there is less, the whole process dies. */
export const THREAD = 2 ** 30;

/** What to say where that is more than may be had. */
export const NONE_LEFT = "no addresses are left for it: ulimit -v";

interface Files {
  readFileSync(path: string, encoding: "utf8"): string;
}

/** The files of Node, where this is Node; without `import`, which a page could not follow. */
function files(): Files | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
  return process?.getBuiltinModule?.("node:fs") as Files | undefined;
}

/** The bytes that this process may still reserve; Infinity where there is no limit, or none that can be read. */
export function addressesLeft(fs: Files | undefined = files()): number {
  const read = (name: string, number: RegExp): number =>
    Number(number.exec(fs?.readFileSync(`/proc/self/${name}`, "utf8") ?? "")?.[1]);
  try {
    const left = read("limits", /space +(\d+)/) - 1024 * read("status", /VmSize:\s+(\d+)/);
    if (!Number.isNaN(left)) return left;
  } catch {
    // Another system.
  }
  return Number.POSITIVE_INFINITY;
}

/** Whether this process may have one more WebAssembly memory. */
export const isMemoryLeft = (): boolean => addressesLeft() >= MEMORY + SPARE;
