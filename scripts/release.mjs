// All that is to be known before a version is published: `npm run release -- --dry-run`.
import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { judge } from "./release/facts.mjs";
import { beNewcomer } from "./release/newcomer.mjs";
import { packTwice } from "./release/pack.mjs";
import { TIERS } from "./release/tiers.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = join(root, "build/release");
const read = (file) => readFileSync(join(root, file), "utf8");

/** What is run, in this order: commands, or a function which throws. */
const STEPS = {
  facts: checkFacts,
  pack: packAll,
  newcomer: () =>
    beNewcomer(join(out, readdirSync(out).find((name) => name.endsWith(".tgz")) ?? "missing.tgz")),
  ...TIERS,
};
const NAMES = Object.keys(STEPS);

const HELP = `npm run release -- [options]
  --dry-run      says what is left to do before a release, and does all the rest
  --only NAMES   these steps alone, with commas between: ${NAMES.join(", ")}

Nothing is published: the last lines say what to type.`;

const { values } = parseArgs({
  options: {
    "dry-run": { type: "boolean", default: false },
    only: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
const { only, help, "dry-run": isDry } = values;
const chosen = only?.split(",") ?? NAMES;
const unknown = chosen.filter((name) => !NAMES.includes(name));

if (help) console.log(HELP);
else if (unknown.length > 0) refuse(`invalid --only: "${unknown.join(",")}" (of ${NAMES.join(", ")})`);
else if (only !== undefined && !isDry)
  refuse("invalid --only: a release runs all steps (--dry-run may be cut)");
else await release();

function refuse(line) {
  console.error(line);
  process.exitCode = 2;
}

async function release() {
  const results = [];
  for (const name of NAMES.filter((name) => chosen.includes(name))) {
    console.log(`\n== ${name}`);
    const begin = performance.now();
    const ok = await runStep(STEPS[name]);
    results.push({ name, ok, minutes: (performance.now() - begin) / 60_000 });
  }
  console.log("");
  for (const { name, ok, minutes } of results)
    console.log(`${name.padEnd(12)}${ok ? "ok    " : "FAILED"}${minutes.toFixed(1).padStart(7)} min`);
  const good = results.every(({ ok }) => ok);
  process.exitCode = good ? 0 : 1;
  if (good && !isDry) conclude();
}

/** Whether a step goes well. What follows is run all the same, so that all is known at once. */
async function runStep(step) {
  if (Array.isArray(step)) {
    return step.every((line) => spawnSync(line, { cwd: root, shell: true, stdio: "inherit" }).status === 0);
  }
  try {
    await step();
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

function checkFacts() {
  const lines = (...args) =>
    execFileSync("git", args, { cwd: root, encoding: "utf8" }).split("\n").filter(Boolean);
  const { wrong, toDo } = judge({
    manifest: JSON.parse(read("package.json")),
    lock: JSON.parse(read("package-lock.json")),
    changelog: read("CHANGELOG.md"),
    citation: read("CITATION.cff"),
    tags: lines("tag"),
    changed: lines("status", "--porcelain").map((line) => line.slice(3)),
    today: new Date().toISOString().slice(0, 10),
  });
  if (toDo.length > 0) console.log(`before it can be released:\n  ${toDo.join("\n  ")}`);
  if (wrong.length > 0) throw new Error(`contradictions:\n  ${wrong.join("\n  ")}`);
  if (toDo.length > 0 && !isDry) throw new Error("not everything is done");
}

function packAll() {
  const { tarball, sha256, size, unpackedSize, files } = packTwice(root, out);
  console.log(
    `${tarball}\n${files} files, ${size} bytes, unpacked ${unpackedSize}\nsha256 ${sha256}, of two builds`,
  );
}

/** Nothing that cannot be undone has been done. */
function conclude() {
  const { version } = JSON.parse(read("package.json"));
  console.log(`
lethe ${version} is ready, and nothing is published. What is left to type:
  git tag -a v${version} -m ${version} && git push origin v${version}
  npm publish ${join(out, `lethe-${version}.tgz`)}`);
}
