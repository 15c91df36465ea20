import { defineConfig } from "vitest/config";

// .ci/run asks for a machine-readable report beside the one for people.
const report = process.env["LETHE_TEST_REPORT"];

export default defineConfig({
  test: {
    ...(report ? { reporters: ["default", "json"], outputFile: { json: report } } : {}),
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/stats/**"],
          globalSetup: ["test/browser/unpack.ts"],
          testTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
      { test: { name: "stats", include: ["test/stats/**/*.test.ts"], testTimeout: 600_000 } },
    ],
  },
});
