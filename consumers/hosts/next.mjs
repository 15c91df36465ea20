import { spawn } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { askAddress } from "../browser.mjs";
import { WORK } from "../install.mjs";
import { judge } from "../judge.mjs";
import { run, versionOf } from "../run.mjs";

const NEXT = fileURLToPath(new URL("../node_modules/next/dist/bin/next", import.meta.url));
const APP = join(WORK, "next");
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" };

/** A page, a worker of its own and a route of the server. */
export function next(expected) {
  return [
    [
      `Next ${versionOf("node_modules/next")}, page, worker, server`,
      async () => {
        await run(APP, [NEXT, "build"], env);
        const { address, stop } = await start();
        try {
          judge(await (await fetch(`${address}/answers`)).json(), expected);
          judge(await askAddress(address), expected);
          judge(await askAddress(`${address}/in-worker`), expected);
        } finally {
          stop();
        }
      },
    ],
  ];
}

/** Starts the server that was built, on any free port. */
async function start() {
  const server = spawn(process.execPath, [NEXT, "start", "--port", "0", "--hostname", "127.0.0.1"], {
    cwd: APP,
    env,
  });
  let said = "";
  const address = await new Promise((resolve, reject) => {
    const hear = (piece) => {
      said += piece;
      const [found] = /http:\/\/127\.0\.0\.1:\d+(?=\s)/.exec(said) ?? [];
      if (found && said.includes("Ready")) resolve(found);
    };
    server.stdout.on("data", hear);
    server.stderr.on("data", hear);
    server.on("exit", () => reject(new Error(said)));
  });
  return { address, stop: () => server.kill() };
}
