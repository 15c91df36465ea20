/** Its name is its own: where Error is frozen, none can be given to it later. */
class LetheWarning extends Error {
  override readonly name = "LetheWarning";
}

const said = new Set<string>();

/**
 * Says, once for each `topic`, that the library does its work in a way that costs time: as a warning of the process
 * where there is one, else on the console. No result depends on what is said here.
 */
export function warnOnce(topic: string, text: string): void {
  if (said.has(topic)) return;
  said.add(topic);
  const { process, console } = globalThis as {
    process?: { emitWarning?: (warning: Error) => void };
    console?: { warn(text: string): void };
  };
  if (typeof process?.emitWarning === "function") process.emitWarning(new LetheWarning(text));
  else console?.warn(`lethe: ${text}`);
}
