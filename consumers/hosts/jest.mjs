import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { WORK } from "../install.mjs";
import { run, versionOf } from "../run.mjs";

const JEST = fileURLToPath(new URL("../node_modules/jest/bin/jest.js", import.meta.url));

/** By environment: its configuration, and the threads of the two runs. jsdom has no workers. */
const ENVIRONMENTS = {
  node: [{ testEnvironment: "node" }, [1, 2]],
  jsdom: [{ testEnvironment: "jsdom" }, [1, 1]],
  "jsdom with the conditions of Node": [
    { testEnvironment: "jsdom", testEnvironmentOptions: { customExportConditions: ["node"] } },
    [1, 2],
  ],
};

/** The test compares, in the runner's own way. */
const testOf = (expected) => `
  import { answers } from "./answers.js";
  test("the numbers of Node", async () => {
    expect(JSON.parse(JSON.stringify(await answers()))).toEqual(${JSON.stringify(expected)});
  }, 60_000);`;

export function jest(expected) {
  const version = versionOf("node_modules/jest");
  return Object.entries(ENVIRONMENTS).map(([name, [options, threads]], i) => [
    `Jest ${version}, ${name}`,
    async () => {
      const [file, config] = [`jest-${i}.test.js`, join(WORK, `jest-${i}.json`)];
      writeFileSync(join(WORK, file), testOf({ ...expected, threads }));
      writeFileSync(config, JSON.stringify({ rootDir: WORK, transform: {}, ...options }));
      await run(WORK, ["--experimental-vm-modules", "--no-warnings", JEST, "--config", config, file]);
    },
  ]);
}
