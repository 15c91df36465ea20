// The packed library through what people build and test with: `npm run test:consumers`. Each must give the numbers of Node,
// from threads and from the Generator too. `npm ci --prefix consumers` brings what is not installed for the library itself.
import { existsSync } from "node:fs";
import process from "node:process";
import { parseArgs } from "node:util";
import { closeBrowser } from "./browser.mjs";
import { esbuild } from "./hosts/esbuild.mjs";
import { jest } from "./hosts/jest.mjs";
import { next } from "./hosts/next.mjs";
import { node } from "./hosts/node.mjs";
import { parcel } from "./hosts/parcel.mjs";
import { rollup } from "./hosts/rollup.mjs";
import { vite } from "./hosts/vite.mjs";
import { vitest } from "./hosts/vitest.mjs";
import { webpack } from "./hosts/webpack.mjs";
import { install } from "./install.mjs";

const { values } = parseArgs({ options: { only: { type: "string", default: "" } } });

if (!existsSync(new URL("node_modules", import.meta.url))) {
  console.error("consumers/node_modules is missing: run `npm ci --prefix consumers` first");
  process.exit(2);
}
install();
const expected = await node();

const makers = [vite, webpack, rollup, esbuild, parcel, next, jest, vitest];
/**
 * What people use, by name and version, and what throws where the library does not do there what it should.
 * @type {[string, () => Promise<void>][]}
 */
const hosts = /** @type {any} */ (await Promise.all(makers.map((of) => of(expected)))).flat();
const wanted = hosts.filter(([name]) => name.toLowerCase().includes(values.only.toLowerCase()));
if (wanted.length === 0) {
  console.error(
    `invalid --only: "${values.only}" (part of one of: ${hosts.map(([name]) => name).join("; ")})`,
  );
  process.exit(2);
}

let failed = 0;
for (const [name, run] of wanted) {
  const begin = performance.now();
  /** @type {unknown} */
  let error;
  await run().catch((thrown) => {
    error = thrown;
  });
  failed += Number(error !== undefined);
  const seconds = `${((performance.now() - begin) / 1000).toFixed(1)} s`;
  console.log(`${name.padEnd(64)}${error === undefined ? "ok" : "FAILED"}${seconds.padStart(10)}`);
  if (error !== undefined)
    console.log(String(error instanceof Error ? error.message : error).replaceAll(/^/gm, "    "));
}
await closeBrowser();
console.log(failed === 0 ? `\nall as in Node: ${wanted.length}` : `\n${failed} of ${wanted.length} FAILED`);
process.exit(failed === 0 ? 0 : 1);
