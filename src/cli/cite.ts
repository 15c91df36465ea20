import type { Command } from "commander";
import { BIBTEX } from "./citation.ts";
import type { WithShell } from "./shell.ts";

/** Adds `lethe cite`. */
export function addCite(program: Command, withShell: WithShell): void {
  program
    .command("cite")
    .summary("BibTeX for the paper and for lethe")
    .description(
      "Prints BibTeX entries: the paper whose systems lethe implements, and lethe in this version.",
    )
    .action(() => withShell(async (shell) => shell.print(BIBTEX)));
}
