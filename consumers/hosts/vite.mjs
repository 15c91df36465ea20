import { join } from "node:path";
import { askPage } from "../browser.mjs";
import { oneModule, WORK } from "../install.mjs";
import { judge, refused } from "../judge.mjs";

/** The versions in use, and whether a worker of one's own is bundled as it comes. */
const VERSIONS = [
  ["vite5", false],
  ["vite6", false],
  ["vite7", false],
  ["vite", true],
];

/** What the others say. */
const CUT = "not supported for code-splitting builds";

/** Pages and workers, in the ways that docs/hosts.md names. */
export async function vite(expected) {
  const hosts = VERSIONS.map(async ([name, asItComes]) => {
    const { build, version } = await import(String(name));
    /** @type {(root: string, html: string, worker?: object) => Promise<unknown>} */
    const made = async (root, html, worker = {}) => {
      const outDir = join(root, `vite-${version}-${html}`);
      await build({
        ...{ root, configFile: false, logLevel: "silent", base: "./", worker },
        build: { outDir, rollupOptions: { input: join(root, html) } },
      });
      return askPage(outDir, html);
    };
    const worker = (root, options) => async () =>
      judge(await made(root, "worker-page.html", options), expected);
    return [
      [`Vite ${version}, page`, async () => judge(await made(WORK, "page.html"), expected)],
      asItComes
        ? [`Vite ${version}, worker`, worker(WORK)]
        : [`Vite ${version}, worker as it comes: refused`, () => refused(worker(WORK), CUT)],
      [`Vite ${version}, worker.format "es"`, worker(WORK, { format: "es" })],
      [`Vite ${version}, worker, lethe/browser`, async () => worker(oneModule())()],
    ];
  });
  return (await Promise.all(hosts)).flat();
}
