// Builds everything that the package ships: `npm ci` runs it as its script "dependencies". As "prepare" it would be in the
// package, and npm warn whoever installs a tarball of it.
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

if (!existsSync("node_modules/assemblyscript")) {
  // `npm ci --omit=dev` runs it too, and has nothing to build with.
  console.error("lethe: development dependencies are not installed, so nothing is built");
  process.exit(existsSync("dist/index.js") || process.env.npm_config_omit?.includes("dev") ? 0 : 1);
}

// Only now: these need packages which may not have been there.
const [
  { bundle, bundlePdf, bundleProgram },
  { bundleDeclarations },
  { embed },
  { experimentSchema, runSchema },
  { llms },
  { studySchema },
  { notices, packagesOf },
  { buildCorpus },
] = await Promise.all([
  import("./bundle.mjs"),
  import("./declarations.mjs"),
  import("./embed.mjs"),
  import("./json-schemas.mjs"),
  import("./llms.mjs"),
  import("./study-schema.mjs"),
  import("./notices.mjs"),
  import("./corpus.mjs"),
]);

/** Runs a program of a package in node_modules; stops the build when it fails. */
function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [script, ...args], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

const compiler = "node_modules/assemblyscript/bin/asc.js";
run(compiler, "assembly/index.ts", "--target", "release");
run(compiler, "assembly/fills.ts", "--target", "fills");

await embed();

rmSync("dist", { recursive: true, force: true });
run("node_modules/typescript/bin/tsc", "-p", "tsconfig.json");
const experiments = await experimentSchema();
writeFileSync("dist/experiment.schema.json", experiments);
writeFileSync("dist/study.schema.json", studySchema(experiments));
writeFileSync("dist/run.schema.json", await runSchema());

await bundleDeclarations();
writeFileSync("dist/llms.txt", llms());
const inside = [...(await bundle()), ...(await bundlePdf()), ...(await bundleProgram())];
chmodSync("dist/cli/main.js", 0o755);
const fonts = `${process.cwd()}/node_modules/dejavu-fonts-ttf`;
// The kernels hold what they use of AssemblyScript's library.
const compiled = packagesOf([`${process.cwd()}/node_modules/assemblyscript/std`]);
writeFileSync(
  "dist/THIRD-PARTY-NOTICES.txt",
  notices([...inside, ...compiled, ...packagesOf([`${fonts}/ttf`])]),
);

await buildCorpus();
mkdirSync("dist/fonts");
for (const name of ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"]) {
  copyFileSync(`${fonts}/ttf/${name}`, `dist/fonts/${name}`);
}

run("node_modules/vite/bin/vite.js", "build", "--config", "playground/vite.config.ts", "--logLevel", "warn");

// In a clone, let `npx lethe` find this very build at once instead of installing the folder into npm's cache first.
if (process.platform !== "win32") {
  rmSync("node_modules/.bin/lethe", { force: true });
  symlinkSync("../../dist/cli/main.js", "node_modules/.bin/lethe");
}
