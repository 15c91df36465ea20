import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// .ci/run asks for a machine-readable report beside the one for people.
const report = process.env["LETHE_TEST_REPORT"];

/** What the name of a test file says of it; CONTRIBUTING.md tells how long each takes. */
const files = { system: "test/**/*.system.test.ts", browser: "test/**/*.browser.test.ts" };

/** Tests of the sources, and of what was built of them just now. Projects of a lower order run first. */
const common = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 20_000 } },
  globalSetup: ["test/built.ts"],
};

export default defineConfig({
  // The threads of the sources, not those of the build.
  resolve: { alias: { "#threads": fileURLToPath(new URL("src/workers/node.ts", import.meta.url)) } },
  test: {
    ...(report ? { reporters: ["default", "json"], outputFile: { json: report } } : {}),
    projects: [
      {
        extends: true,
        test: {
          ...common,
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: [...Object.values(files), "test/stats/**"],
          // Nothing else runs beside them, and none of them starts a process: every CPU is theirs.
          maxWorkers: "100%",
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { ...common, name: "system", include: [files.system], sequence: { groupOrder: 1 } },
      },
      {
        extends: true,
        test: {
          ...common,
          name: "browser",
          include: [files.browser],
          globalSetup: ["test/built.ts", "test/browser/unpack.ts"],
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          ...common,
          name: "stats",
          include: ["test/stats/**/*.test.ts"],
          testTimeout: 600_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
