import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { WORK } from "../install.mjs";
import { run, versionOf } from "../run.mjs";

const VITEST = fileURLToPath(new URL("../../node_modules/vitest/vitest.mjs", import.meta.url));

const testOf = (expected) => `
  import { expect, test } from "vitest";
  import { answers } from "./answers.js";
  test("the numbers of Node", async () => {
    expect(await answers()).toEqual(${JSON.stringify(expected)});
  }, 60_000);`;

export function vitest(expected) {
  return [
    [
      `Vitest ${versionOf("../node_modules/vitest")}`,
      async () => {
        writeFileSync(join(WORK, "vitest.config.js"), "export default {};");
        writeFileSync(join(WORK, "vitest.spec.js"), testOf(expected));
        await run(WORK, [VITEST, "run", "vitest.spec.js"]);
      },
    ],
  ];
}
