// Proof that the verification can fail: each kernel in turn is biased by 1 %, compiled, put into a copy of the
// package, and the verification is run on that copy. It must not pass.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const copy = `${root}build/sabotage`;

/** Where to bias each kernel, and the tables (by the start of their file's name) that have to notice. */
export const biases = {
  "uniform fill": [
    "random/stream.ts",
    "return f64x2.add(f64x2.sub(coarse, v128.load(UNIFORM, 48)), fine);",
    "return f64x2.mul(f64x2.splat(0.99), f64x2.add(f64x2.sub(coarse, v128.load(UNIFORM, 48)), fine));",
    "draws",
  ],
  integers: [
    "random/uniform.ts",
    "floor(<f64>(word(s) >> 11) / run)",
    "floor(0.99 * <f64>(word(s) >> 11) / run)",
    "draws",
  ],
  "normal fill": [
    "random/normal-pairs.ts",
    "f64x2.mul(constant(MINUS_TWO), logs(u))",
    "f64x2.mul(f64x2.splat(-2.04), logs(u))",
    "draws",
  ],
  "gamma fill": ["random/gamma-fill.ts", "const d = (", "const d = 1.01 * (", "draws"],
  ziggurat: [
    "random/ziggurat.ts",
    "width);\n    store<f64>(layers + (<usize>i << 4), inside, 8);",
    "1.01 * width);\n    store<f64>(layers + (<usize>i << 4), 1.01 * inside, 8);",
    "gaussian",
  ],
  "poisson fill": [
    "random/poisson.ts",
    "  if (mean == 0.0) {",
    "  mean *= 1.01;\n  if (mean == 0.0) {",
    "draws",
  ],
  binomial: [
    "random/binomial.ts",
    "  if (n == 0.0 || p == 0.0)",
    "  p *= 1.01;\n  if (n == 0.0 || p == 0.0)",
    "bernoulli",
  ],
  multinomial: [
    "random/multinomial.ts",
    ": binomial(s, n, p, q);",
    ": binomial(s, n, 1.01 * p, q);",
    "draws",
  ],
  "bernoulli chain": ["chains/bernoulli.ts", "p = ones / n;", "p = (1.01 * ones) / n;", "bernoulli"],
  "bernoulli chain, by tables": [
    "chains/transitions.ts",
    "const odds = c / (n - c);",
    "const odds = (1.01 * c) / (n - c);",
    "bernoulli",
  ],
  "poisson chain": [
    "chains/transitions.ts",
    "(n - k) * odds : c) / (k + 1.0);",
    "(n - k) * odds : 1.01 * c) / (k + 1.0);",
    "poisson",
  ],
  "gaussian chain": [
    "chains/gaussian-steps.ts",
    "(2.0 * d) / divisor",
    "(2.0 * d) / (1.01 * divisor)",
    "gaussian",
  ],
  "gaussian chain, sample by sample": [
    "chains/gaussian.ts",
    "sumSquares(s, <i32>n, scratch) / divisor",
    "sumSquares(s, <i32>n, scratch) / (1.01 * divisor)",
    "gaussian",
  ],
  "mixture chain": [
    "chains/mixture.ts",
    "sampleStd = std * sqrt(squaresFrom(y, end, centre) / <f64>n);",
    "sampleStd = 1.01 * std * sqrt(squaresFrom(y, end, centre) / <f64>n);",
    "mixture",
  ],
  "n-gram chain": [
    "chains/ngram/walker.ts",
    "uniform(stream) * <f64>count",
    "0.99 * uniform(stream) * <f64>count",
    "ngram",
  ],
  "categorical chain": [
    "random/poisson-table.ts",
    "probability *= mean / (",
    "probability *= (1.01 * mean) / (",
    "categorical",
  ],
  "categorical chain, total made exact": [
    "chains/categorical/exact-total.ts",
    "floor(uniform(v.stream) * range)",
    "floor(0.99 * uniform(v.stream) * range)",
    "categorical",
  ],
  "categorical chain, binomial splitting": [
    "chains/categorical/splitting.ts",
    "left, count / rest,",
    "left, (1.01 * count) / rest,",
    "categorical",
  ],
  "categorical chain, Poisson sampling": [
    "chains/categorical/poisson.ts",
    "poisson(v.stream, scale * load<f64>",
    "poisson(v.stream, 1.01 * scale * load<f64>",
    "categorical",
  ],
};

/** Runs a script of the copy, or a tool, in the copy; returns its exit code and what it printed. */
function run(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: copy,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  return { status, output: stdout + stderr };
}

/** Makes a copy of the package with one kernel biased. */
function spoil(name) {
  const [file, find, replace] = biases[name];
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  for (const folder of ["assembly", "dist", "verify"])
    cpSync(`${root}${folder}`, `${copy}/${folder}`, { recursive: true });
  for (const config of ["asconfig.json", "package.json"]) cpSync(`${root}${config}`, `${copy}/${config}`);
  const path = `${copy}/assembly/${file}`;
  const source = readFileSync(path, "utf8");
  if (source.split(find).length !== 2)
    throw new Error(`${file} does not hold ${JSON.stringify(find)} just once`);
  writeFileSync(path, source.replace(find, replace));
  const asc = run(
    `${root}node_modules/assemblyscript/bin/asc.js`,
    "--config",
    "asconfig.json",
    "--target",
    "release",
  );
  if (asc.status !== 0) throw new Error(asc.output);
  const base64 = readFileSync(`${copy}/build/lethe.wasm`).toString("base64");
  const bytes = `${copy}/dist/wasm/bytes.js`;
  writeFileSync(bytes, readFileSync(bytes, "utf8").replace(/"[A-Za-z0-9+/=]{1000,}"/, `"${base64}"`));
}

/** Runs the verification with one kernel biased. @returns {{ status: number, output: string }} */
export function sabotage(name) {
  if (!(name in biases)) throw new Error(`unknown kernel ${name}: one of ${Object.keys(biases).join(", ")}`);
  spoil(name);
  const result = run("verify/main.mjs", biases[name][3], "--until-wrong");
  rmSync(copy, { recursive: true, force: true });
  return result;
}

/** Biases every kernel in turn. @returns {boolean} whether each one was caught */
export function sabotageAll() {
  let caught = true;
  for (const name of Object.keys(biases)) {
    const { status, output } = sabotage(name);
    const why = output.slice(output.indexOf("NOT verified") + 14).split("\n")[0];
    caught &&= status === 1 && output.includes("NOT verified");
    console.log(`${name.padEnd(36)} ${status === 1 ? `caught: ${why}` : "NOT CAUGHT"}`);
  }
  return caught;
}
