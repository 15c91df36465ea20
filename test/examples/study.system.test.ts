// The readers of examples/study: what other programs read in the tables of a study is what lethe wrote.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it, type TestContext } from "vitest";
import { program } from "../built.ts";

const examples = fileURLToPath(new URL("../../examples/study/", import.meta.url));
const read = (name: string) => readFileSync(join(examples, name), "utf8");
const directory = mkdtempSync(join(tmpdir(), "lethe-readers-"));

const whole = JSON.parse(read("study.json"));
// The same for small n: what is read does not depend on how much there is.
const study = { ...whole, model: { ...whole.model, samples: [10, 30] }, seed: [1, 2, 3] };
writeFileSync(join(directory, "study.json"), JSON.stringify(study));
execFileSync(process.execPath, [program, "sweep", "study.json", "--out", "results"], { cwd: directory });

const table = (name: string) => {
  const [head, ...lines] = readFileSync(join(directory, `results/${name}.csv`), "utf8")
    .trim()
    .split("\n");
  const names = head.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((value, i) => [names[i], value])));
};

/** What the readers are to say: of each estimator and n the median over seeds, the least, the largest, how many. */
const expected = ["ml", "unbiased"].flatMap((estimator) =>
  [10, 30].map((samples) => {
    const times = table("times")
      .filter((row) => row["estimator"] === estimator && Number(row["samples"]) === samples)
      .map((row) => Number(row["median"]))
      .sort((a, b) => a - b);
    return { estimator, samples, numbers: [times[1], times[0], times[2], times.length] };
  }),
);

describe("DuckDB", async () => {
  const connection = await (await DuckDBInstance.create()).connect();
  const inside = (sql: string) => sql.replaceAll("results/", `${directory}/results/`);
  const rows = async (sql: string) => (await connection.runAndReadAll(inside(sql))).getRows();
  const [medians, citation] = read("read.sql").split(";");

  it("reads the medians", async () => {
    expect(await rows(medians)).toEqual(
      expected.map(({ estimator, samples, numbers: [median, ...others] }) => [
        ...[estimator, BigInt(samples), median, ...others.slice(0, 2), BigInt(others[2])],
      ]),
    );
  });

  it("reads where they come from", async () => {
    expect(await rows(citation)).toEqual([[expect.stringMatching(/^lethe \d.*arXiv:2412\.17646$/)]]);
    for (const name of ["observables", "survival", "times"]) {
      const pairs = await rows(
        `select decode(key), decode(value) from parquet_kv_metadata('results/${name}.parquet')`,
      );
      const metadata = Object.fromEntries(pairs);
      expect(JSON.parse(metadata["lethe.study"])).toEqual(study);
      expect(JSON.parse(metadata["lethe.seed"])).toEqual(study.seed);
      expect(metadata["lethe.wasm"]).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it.each(["observables", "survival", "times"])("reads all numbers of %s", async (name) => {
    const lines = table(name);
    const columns = Object.keys(lines[0] ?? {});
    const all = await rows(`select ${columns.map((column) => `"${column}"`)} from 'results/${name}.parquet'`);
    expect(all.map((row) => row.map((value) => (value === null ? "" : String(value))))).toEqual(
      lines.map((line) => Object.values(line)),
    );
  });

  it("finds types that do not depend on the values", async () => {
    const types = await rows("select column_name, column_type from (describe from 'results/times.parquet')");
    expect(Object.fromEntries(types)).toMatchObject({
      ...{ samples: "BIGINT", median: "DOUBLE", censored: "BIGINT", law: "VARCHAR", studySeed: "BIGINT" },
    });
  });
});

/** Runs a reader, where the system has what it needs; the test is skipped elsewhere, and says why. */
function reader(context: TestContext, command: string, script: string, probe: string[]): string {
  try {
    execFileSync(command, probe, { stdio: "ignore" });
  } catch {
    context.skip(`${command} ${probe.join(" ")} does not work here`);
  }
  return execFileSync(command, [join(examples, script)], { cwd: directory, encoding: "utf8" });
}

/** The numbers of the lines of a printed table. */
const numbersIn = (text: string): number[][] =>
  text
    .split("\n")
    .map((line) => [...line.matchAll(/(?<![\w.])\d+(?:\.\d+)?(?![\w.:])/g)].map(([number]) => Number(number)))
    .filter((numbers) => numbers.length >= 5)
    .map((numbers) => numbers.slice(-5));
const printed = expected.map(({ samples, numbers }) => [samples, ...numbers]);

it("pandas with pyarrow reads the same", (context) => {
  const text = reader(context, "python3", "read.py", ["-c", "import pandas, pyarrow"]);
  expect(numbersIn(text)).toEqual(printed);
  expect(text).toContain("arXiv:2412.17646");
});

it("R with arrow reads the same", (context) => {
  const text = reader(context, "Rscript", "read.R", ["-e", "library(arrow)"]);
  expect(numbersIn(text)).toEqual(printed);
  expect(text).toContain("arXiv:2412.17646");
});

it("the docs show the readers as they are", () => {
  const page = readFileSync(join(examples, "../../docs/studies.md"), "utf8");
  for (const name of ["read.py", "read.R", "read.sql"]) expect(page).toContain(`\n${read(name)}\`\`\``);
});
