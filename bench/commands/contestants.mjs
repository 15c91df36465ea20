import { fileURLToPath } from "node:url";
import { child } from "./child.mjs";

const path = (place) => fileURLToPath(new URL(place, import.meta.url));
const LETHE = path("../../dist/cli/main.js");
const OWN_KERNELS = path("own-kernels.mjs");
const NUMPY = path("../numpy/commands.py");

/** A command as the user starts it. */
export const lethe = (args, name = "lethe") => contestant(name, process.execPath, [LETHE, ...args]);

/** The same outputs by numpy. */
export const numpy = (kernel, settings) =>
  contestant("numpy", "python3", [NUMPY, kernel, JSON.stringify(settings)]);

/** What of the command's time its chains take: nobody can be faster with these kernels. */
export const ownKernels = (args) => ({
  name: "own kernels",
  time() {
    const ns = Number(child(process.execPath, [OWN_KERNELS, ...args]).output);
    return { ns, checksum: ns };
  },
});

function contestant(name, program, args) {
  return {
    name,
    time() {
      const { ns, output, memory } = child(program, args);
      return { ns, memory, checksum: output.length };
    },
    /** What it writes. */
    document: () => JSON.parse(child(program, args).output),
  };
}
