import process from "node:process";

const quit = (): void => process.exit(130);
let react = quit;

for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => react());

/** What Ctrl-C and a request to end do from now on (default: end the process at once). */
export function onInterrupt(reaction: () => void = quit): void {
  react = reaction;
}
