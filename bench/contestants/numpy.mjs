import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { lineProcess } from "./lines.mjs";

const script = fileURLToPath(new URL("../numpy/serve.py", import.meta.url));

/** numpy in a process of its own, started once; undefined where there is none. */
export async function startNumpy() {
  const { status } = spawnSync("python3", ["-c", "import numpy"], { stdio: "ignore" });
  if (status !== 0) return undefined;
  const server = lineProcess("python3", [script]);
  const { version } = await server.read();
  return {
    version,
    close: server.close,
    /** The contestant of a case: a function of bench/numpy/kernels.py and its arguments. */
    contestant: (kernel, args) => ({
      name: "numpy",
      time: (milliseconds) => server.ask(JSON.stringify({ kernel, arguments: args, milliseconds })),
    }),
  };
}
