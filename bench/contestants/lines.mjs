import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** A process that answers each line it is sent with a line of JSON. */
export function lineProcess(command, args) {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const failed = new Promise((_, reject) => child.on("error", reject));
  failed.catch(() => undefined);
  const read = async () => {
    const { value, done } = await Promise.race([lines.next(), failed]);
    if (done) throw new Error(`${command} ended without an answer`);
    return JSON.parse(value);
  };
  return {
    read,
    ask(line) {
      child.stdin.write(`${line}\n`);
      return read();
    },
    close: () => child.stdin.end(),
  };
}
