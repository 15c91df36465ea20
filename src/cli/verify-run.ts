import type { Command } from "commander";
import { addOptions } from "./options.ts";
import type { WithShell } from "./shell.ts";

/** Adds `lethe verify-run`. */
export function addVerifyRun(program: Command, withShell: WithShell): void {
  const command = program
    .command("verify-run")
    .summary("run an output's experiment again and compare the numbers")
    .description(
      "Runs the experiment of an output of `lethe run --json` again, and compares all numbers to the last bit. Exit code 1 where one differs.",
    )
    .argument("<run...>", "files with outputs; the cells of a study, DIR/cells/*.json, are such files");
  addOptions(command, "workers").action((paths: string[], flags: Record<string, unknown>) =>
    withShell(async (shell) => {
      const { verifyRun } = await import("./run/verify.ts");
      for (const path of paths) await verifyRun(path, flags, shell);
    }),
  );
}
