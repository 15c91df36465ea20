import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { gaussian, simulate } from "../../src/index.ts";
import { version } from "../../src/version.ts";
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
  expect(stdout).toMatch(/^the same: \S+run\.json: \d+ numbers\n$/);
});

it("tells the first number that differs, however little", async () => {
  const { code, stderr } = await verify(({ observables }) => {
    const mean = observables["std"]?.mean as number[];
    mean[3] = (mean[3] ?? 0) * (1 + 2 ** -52);
  });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^different: \S+run\.json: observables\.std\.mean\[3\] was 1\.\d+ and is 1\.\d+\n$/);
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

it("takes the cells of a study, and stops at the first that differs", async () => {
  const model = { name: "gaussian", samples: [4, 5] };
  const [study, out] = ["study.json", "study"].map((name) => join(directory, name));
  writeFileSync(study, JSON.stringify({ model, generations: 2, trajectories: 3, seed: 1 }));
  await lethe(["sweep", study, "--out", out]);
  const cells = readdirSync(join(out, "cells")).map((name) => join(out, "cells", name));
  const { code, stdout } = await lethe(["verify-run", ...cells]);
  expect([code, stdout.match(/^the same: .*: 40 numbers$/gm)?.length]).toEqual([0, 2]);
  const [first = ""] = cells;
  writeFileSync(first, readFileSync(first, "utf8").replace('"generations":[0,1,2]', '"generations":[0,1,3]'));
  expect(await lethe(["verify-run", ...cells])).toMatchObject({
    code: 1,
    stderr: `different: ${first}: generations[2] was 3 and is 2\n`,
  });
});

it("compares how symbols come and go", async () => {
  const line = "run categorical --counts 3,2,1 --samples 6 --regime fresh --real-share 0.5 --json";
  const { stdout } = await lethe([
    ...line.split(" "),
    ..."--generations 40 --trajectories 5 --seed 1".split(" "),
  ]);
  const path = join(directory, "presence.json");
  writeFileSync(path, stdout);
  expect((await lethe(["verify-run", path])).code).toBe(0);
  const changed = JSON.parse(stdout);
  changed.presence.groups[0].absences += 1;
  writeFileSync(path, JSON.stringify(changed));
  expect((await lethe(["verify-run", path])).stderr).toMatch(
    /: presence\.groups\[0\]\.absences was \d+ and is \d+\n$/,
  );
});

it("lethe run warns of an output of another version, or of other kernels, whose numbers may differ", async () => {
  const path = join(directory, "old.json");
  const run = (change: object) => {
    writeFileSync(path, JSON.stringify({ ...document(), ...change }));
    return lethe(["run", path]);
  };
  expect((await run({})).stderr).not.toContain("may differ");
  expect((await run({ lethe: "0.0.1" })).stderr).toContain("the file is from lethe 0.0.1, this is");
  const { code, stderr } = await run({ provenance: { ...document().provenance, wasm: "0123456789abcdef" } });
  expect([code, stderr]).toEqual([
    0,
    expect.stringMatching(/^the file is from other kernels \(0123456789ab, these are [0-9a-f]{12}\)/),
  ]);
});

it("an output of a text does not hold it, and cannot be run again", async () => {
  const path = join(directory, "text.json");
  const sizes = "--generations 2 --trajectories 2 --seed 1 --json".split(" ");
  writeFileSync(path, (await lethe(["run", "ngram", "--order", "1", ...sizes])).stdout);
  const { code, stderr } = await lethe(["verify-run", path]);
  const why = "an output that holds its text; run it again with lethe run ngram --corpus and its seed";
  expect([code, stderr]).toEqual([2, `invalid run: ${JSON.stringify(path)} (${why})\n`]);
});

it("lethe cite prints the paper, and lethe in this version", async () => {
  const { stdout } = await lethe(["cite"]);
  expect(stdout.match(/^@\w+\{/gm)).toEqual(["@misc{", "@software{"]);
  expect(stdout).toContain(`version = {${version}}`);
  expect(stdout).toContain("eprint        = {2412.17646}");
});
