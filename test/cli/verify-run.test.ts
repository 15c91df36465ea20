import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { gaussian, simulate } from "../../src/index.ts";
import { lethe } from "./lethe.ts";

const directory = mkdtempSync(join(tmpdir(), "lethe-verify-"));
const run = await simulate({
  ...{ model: gaussian({ samples: 10 }), generations: 20, trajectories: 40, seed: 1 },
  survival: ["std>0.5"],
});
const document = () => JSON.parse(JSON.stringify(run));

function verify(change: (document: ReturnType<typeof run.toJSON>) => void) {
  const changed = document();
  change(changed);
  const path = join(directory, "run.json");
  writeFileSync(path, JSON.stringify(changed));
  return lethe(["verify-run", path]);
}

it("finds the same numbers again", async () => {
  const { code, stdout, stderr } = await verify(() => {});
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/^the same: \d+ numbers\n$/);
});

it("tells the first number that differs, however little", async () => {
  const { code, stderr } = await verify(({ observables }) => {
    const mean = observables["std"]?.mean as number[];
    mean[3] = (mean[3] ?? 0) * (1 + 2 ** -52);
  });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^different: observables\.std\.mean\[3\] was 1\.\d+ and is 1\.\d+\n$/);
});

it("does not mind what theory says, and warns of another version", async () => {
  const { code, stderr } = await verify((changed) => {
    Object.assign(changed, { lethe: "0.0.1" });
    Object.assign(changed.observables["std"] ?? {}, { theory: [] });
  });
  expect(code).toBe(0);
  expect(stderr).toContain("the file is from lethe 0.0.1, this is");
});

it("wants the output of a run", async () => {
  const path = join(directory, "other.json");
  writeFileSync(path, "{}");
  const { code, stderr } = await lethe(["verify-run", path]);
  expect([code, stderr]).toEqual([
    2,
    `invalid run: ${JSON.stringify(path)} (the output of lethe run --json)\n`,
  ]);
});
