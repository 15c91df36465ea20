import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { numeric } from "./numbers.ts";
import { option } from "./options.ts";
import type { WithShell } from "./shell.ts";

const EXAMPLES = `
Examples:
  lethe playground                 the address of the page is printed; Ctrl-C ends it
  lethe playground --port 8000`;

/** The page, as built. The address is the same from where the program is bundled to: a folder below dist. */
const page = (): string => fileURLToPath(new URL("../playground", import.meta.url));

/** Adds `lethe playground`. */
export function addPlayground(program: Command, withShell: WithShell): void {
  program
    .command("playground")
    .summary("a page on which to see forgetting happen")
    .description("Serves the playground to the browsers of this machine, until Ctrl-C. It needs no network.")
    .addOption(
      option("--port <n>", "the port to listen on (default: 4870, or any other that is free)", numeric),
    )
    .addHelpText("after", EXAMPLES)
    .action((flags: { readonly port?: unknown }) =>
      withShell(async (shell) => {
        const { playground } = await import("./playground/action.ts");
        await playground(page(), flags.port, shell);
      }),
    );
}
