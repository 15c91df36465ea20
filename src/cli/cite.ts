import type { Command } from "commander";
import { version } from "../version.ts";
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

const BIBTEX = `@misc{suresh2024rate,
  title         = {Rate of Model Collapse in Recursive Training},
  author        = {Suresh, Ananda Theertha and Thangaraj, Andrew and Khandavally, Aditya Nanda Kishore},
  year          = {2024},
  eprint        = {2412.17646},
  archivePrefix = {arXiv}
}

@software{lethe,
  title   = {lethe: how fast do models forget?},
  author  = {{the lethe authors}},
  version = {${version}},
  license = {MIT}
}
`;
