/** Its name is its own: where Error is frozen, none can be given to it later. */
class LetheWarning extends Error {
  override readonly name = "LetheWarning";
}

const said = new Set<string>();

/**
 * Says, once for each `topic` and in one line, that the library does its work in a way that costs time: as a warning of the
 * process where there is one, else on the console. No result depends on what is said here.
 */
export function warnOnce(topic: string, text: string): void {
  if (said.has(topic)) return;
  said.add(topic);
  const line = text.replaceAll(/\s+/g, " ");
  const { process, console } = globalThis as {
    process?: { emitWarning?: (warning: Error | string, name?: string) => void };
    console?: { warn(text: string): void };
  };
  if (typeof process?.emitWarning !== "function") {
    console?.warn(`lethe: ${line}`);
    return;
  }
  try {
    process.emitWarning(new LetheWarning(line));
  } catch {
    // Jest and node:vm have an Error of their own, which the process takes for none.
    process.emitWarning(line, "LetheWarning");
  }
}
