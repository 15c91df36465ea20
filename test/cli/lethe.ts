// Runs the command line of the sources in this process: most of what it says needs no process of its own.
import process from "node:process";
import { commandLine } from "../../src/cli/program.ts";
import { directory, type Outcome } from "./files.ts";

export * from "./files.ts";

// Each test file has a process to itself.
process.chdir(directory);

/** Runs `lethe` with the arguments, and waits for its end. */
export async function lethe(args: readonly string[]): Promise<Outcome> {
  const written = { stdout: "", stderr: "" };
  const onto = (name: keyof typeof written) => ({
    write: (text: string) => {
      written[name] += text;
    },
  });
  const { code, text } = await commandLine(args, { stdout: onto("stdout"), stderr: onto("stderr") });
  if (code !== 0) written.stderr += `${text}\n`;
  return { code, ...written };
}
