import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { notices, packagesOf } from "../scripts/notices.mjs";
import { type Colour, darkHex, hex } from "../src/plot/palette.ts";
import { mobyDick } from "./book.ts";
import { offline } from "./offline.ts";

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const BOOK = path("../build/corpus/moby-dick.txt.gz");

const COLOURS: Colour[] = [
  "ink",
  "soft",
  "grid",
  "axis",
  "paper",
  "blue",
  "vermillion",
  "green",
  "purple",
  "amber",
];

/** The colours of all figures, as CSS variables. */
const palette: Plugin = {
  name: "palette",
  transformIndexHtml() {
    const rules = (shade: (colour: Colour) => string) =>
      `:root{${COLOURS.map((colour) => `--${colour}:${shade(colour)}`).join(";")}}`;
    const children = `${rules(hex)}@media(prefers-color-scheme:dark){${rules(darkHex)}}`;
    return [{ tag: "style", children, injectTo: "head-prepend" }];
  },
};

/** What the bundles of the page and of its worker are made of. */
const modules: string[] = [];

/** Puts the licences of other people's code beside the page. */
const licences = (last: boolean): Plugin => ({
  name: "licences",
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) if (file.type === "chunk") modules.push(...file.moduleIds);
    if (!last) return;
    this.emitFile({
      type: "asset",
      fileName: "THIRD-PARTY-NOTICES.txt",
      source: notices(packagesOf(modules)),
    });
  },
});

export default defineConfig({
  root: path("."),
  // The page works under any path.
  base: "./",
  // The corpus: served beside the page, and copied there, where the command line reads it too.
  publicDir: path("../build/corpus"),
  resolve: { alias: { lethe: path("../src/index.ts") } },
  // The worker is bundled on the way, before the page is.
  plugins: [palette, mobyDick(BOOK), licences(true), offline({ "moby-dick.txt.gz": BOOK })],
  worker: { format: "es", plugins: () => [licences(false)] },
  build: {
    outDir: path("../dist/playground"),
    emptyOutDir: true,
    target: "es2022",
    reportCompressedSize: false,
  },
});
