// Job files as they are printed, with no scheduler to read them; sweep-job.system.test.ts runs them.
import { Job } from "kubernetes-models/batch/v1";
import { ConfigMap } from "kubernetes-models/v1";
import { describe, expect, it } from "vitest";
import { file, lethe, refused } from "./lethe.ts";

const study = {
  model: { name: "gaussian", samples: [5, 10, 20, 40] },
  ...{ generations: 3, trajectories: 10, seed: 1 },
};
const job = (scheduler: string, ...more: string[]) =>
  lethe([
    ...["sweep", file("study.json", JSON.stringify(study)), "--out", "my results", "--job", scheduler],
    ...more,
  ]);

describe("a Kubernetes manifest", async () => {
  const { code, stdout, stderr } = await job("kubernetes", "--parts", "3", "--workers", "2");
  const { items, ...list } = JSON.parse(stdout);
  const [config, parts, merge] = items;

  it("is a list of what kubectl makes", () => {
    expect(code).toBe(0);
    expect(stderr).toContain("kubectl apply -f FILE");
    expect(list).toEqual({ apiVersion: "v1", kind: "List" });
    expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(["ConfigMap", "Job", "Job"]);
  });

  // That it has no field which the schema does not know, the types of the sources say.
  it("is as the schema of Kubernetes wants it", () => {
    new ConfigMap(config).validate();
    for (const one of [parts, merge]) new Job(one).validate();
  });

  it("would not be, were a field of it another", () => {
    const made = (change: (spec: typeof parts.spec) => void) => () => {
      const one = structuredClone(parts);
      change(one.spec);
      new Job(one).validate();
    };
    expect(
      made((spec) => {
        spec.completions = "3";
      }),
    ).toThrow("spec/completions must be integer");
    expect(
      made((spec) => {
        delete spec.template.spec.containers[0].name;
      }),
    ).toThrow("containers/0 must have required property name");
  });

  it("runs as many parts as each of them is told, on the CPUs that were asked for", () => {
    const { completions, parallelism, completionMode, template } = parts.spec;
    expect({ completions, parallelism, completionMode }).toEqual({
      ...{ completions: 3, parallelism: 3, completionMode: "Indexed" },
    });
    const [{ command, env, resources }] = template.spec.containers;
    expect(command).toEqual(["lethe", "sweep", "/study/study.json", "--out", "/lethe/my results"]);
    expect(env).toEqual([{ name: "JOB_COMPLETIONS", value: "3" }]);
    expect(resources.limits.cpu).toBe("2");
    expect(JSON.parse(config.data["study.json"])).toEqual(study);
  });

  it("has one name, which another study or directory has not", async () => {
    const { name } = config.metadata;
    expect(name).toMatch(/^lethe-[0-9a-f]{8}$/);
    expect(parts.metadata.name).toBe(name);
    expect(parts.spec.template.spec.volumes[0].configMap.name).toBe(name);
    const other = JSON.parse((await job("kubernetes", "--out", "others")).stdout);
    expect(other.items[0].metadata.name).not.toBe(name);
  });

  it("keeps a directory within the claim", async () => {
    const { items } = JSON.parse((await job("kubernetes", "--out", "../../etc")).stdout);
    expect(items[1].spec.template.spec.containers[0].command.at(-1)).toBe("/lethe/etc");
  });

  it("has no room for a study of any size", async () => {
    const counts = [1, 2].map((count) => Array.from({ length: 100_000 }, () => count));
    const long = { ...study, model: { name: "categorical", samples: 5, counts } };
    const outcome = await lethe([
      ...["sweep", file("long.json", JSON.stringify(long))],
      ...["--out", "x", "--job", "kubernetes"],
    ]);
    expect(outcome.stderr).toMatch(
      /^invalid study: \d+ bytes \(at most 250000, to be part of a manifest\)\n$/,
    );
  });
});

describe("is refused", () => {
  it.each<[string, string[], string]>([
    ["another scheduler", ["pbs"], 'invalid job: "pbs" (one of slurm, kubernetes)'],
    ["no part", ["slurm", "--parts", "0"], "invalid parts: 0 (an integer from 1 to 1000)"],
    ["half a part", ["slurm", "--parts", "1.5"], "invalid parts: 1.5 (an integer from 1 to 1000)"],
    ["what is no number", ["slurm", "--parts", "a"], 'invalid parts: "a" (an integer from 1 to 1000)'],
    [
      "a part of it",
      ["slurm", "--shard", "0/4"],
      'invalid shard: "0/4" (not with --job, whose parts have one each)',
    ],
    ["a path that ends a script", ["slurm", "--out", "a\nb"], "invalid path: "],
  ])("%s", async (_, more, message) => {
    const [scheduler, ...rest] = more;
    const { code, stdout, stderr } = await job(scheduler, ...rest);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
  });

  it("parts of no job", async () => {
    expect(
      await lethe(["sweep", file("s.json", JSON.stringify(study)), "--out", "x", "--parts", "4"]),
    ).toEqual(refused("invalid parts: 4 (only with --job)"));
  });

  it("a study with no seed, no directory, or a bad cell", async () => {
    const { seed: _, ...without } = study;
    const seedless = file("seedless.json", JSON.stringify(without));
    const bad = file("bad.json", JSON.stringify({ ...study, model: { name: "gaussian", samples: [5, -1] } }));
    const words = async (...args: string[]) => (await lethe(["sweep", ...args, "--job", "slurm"])).stderr;
    expect(await words(seedless, "--out", "x")).toBe(
      'invalid job: "slurm" (only of a study with a seed, which all parts share)\n',
    );
    expect(await words(file("s.json", JSON.stringify(study)))).toBe(
      "missing option: out (a directory for the tables)\n",
    );
    expect(await words(bad, "--out", "x")).toContain("invalid model.samples: -1");
  });
});

it("a job of every trajectory asks for them in each part", async () => {
  expect((await job("slurm", "--raw")).stdout).toContain("results' --raw --shard");
  const [, parts, merge] = JSON.parse((await job("kubernetes", "--raw")).stdout).items;
  const [said, merged] = [parts, merge].map((one) => one.spec.template.spec.containers[0].command);
  expect([said.at(-1), merged.includes("--raw")]).toEqual(["--raw", false]);
});
