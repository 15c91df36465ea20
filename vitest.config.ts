import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/stats/**"],
          testTimeout: 60_000,
        },
      },
      { test: { name: "stats", include: ["test/stats/**/*.test.ts"], testTimeout: 600_000 } },
    ],
  },
});
