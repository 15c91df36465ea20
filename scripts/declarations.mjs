import { rollup } from "rollup";
import { dts } from "rollup-plugin-dts";

/** The entries of the package, by the names of their declarations. */
const ENTRIES = {
  index: "dist/index.d.ts",
  random: "dist/random/index.d.ts",
  plot: "dist/plot/study/index.d.ts",
};

/**
 * Bundles the declarations of what is exported: a file an entry, and what they share. The others, beside the code, are for our
 * own tools.
 */
export async function bundleDeclarations(dir = "dist/types") {
  const build = await rollup({
    input: ENTRIES,
    external: [],
    plugins: [dts()],
    onwarn({ message }) {
      // The list of all laws has no name of its own to export: `Generator` has.
      if (!message.includes("private shared type exports with no public re-export: laws."))
        throw new Error(message);
    },
  });
  const names = { entryFileNames: "[name].d.ts", chunkFileNames: "shared-[name].ts" };
  await build.write({ dir, format: "es", ...names });
  await build.close();
}
