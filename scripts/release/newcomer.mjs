import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import process from "node:process";
import { writeInputs } from "./inputs.mjs";
import { commandsOf, filesIn, snippetsOf } from "./readme.mjs";

/**
 * Installs a tarball in an empty folder, and runs there what its README says. Throws where npm warns of anything, a command
 * fails or is silent, or a snippet prints something else than what stands below it.
 */
export async function beNewcomer(tarball) {
  const folder = mkdtempSync(join(tmpdir(), "lethe-newcomer-"));
  try {
    // Without --prefix npm would look for a project in the folders above.
    const args = ["install", "--prefix", folder, "--no-audit", "--no-fund", tarball];
    const { status, stderr } = spawnSync("npm", args, { cwd: folder, encoding: "utf8" });
    if (status !== 0 || stderr.includes("npm warn")) throw new Error(`npm install says:\n${stderr}`);
    const readme = readFileSync(join(folder, "node_modules/lethe/README.md"), "utf8");
    for (const snippet of snippetsOf(readme)) runSnippet(folder, snippet);
    for (const command of commandsOf(readme)) await runCommand(folder, command, readme);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runSnippet(folder, { code, output }) {
  writeFileSync(join(folder, "snippet.mjs"), code);
  const { stdout, stderr } = spawnSync(process.execPath, ["snippet.mjs"], { cwd: folder, encoding: "utf8" });
  if (stdout !== output) throw new Error(`a snippet prints\n${stdout}${stderr}instead of\n${output}`);
  console.log(`      ok  the snippet that prints ${output.split("\n")[0]}`);
}

/** Each has a folder of its own: several write to one of the same name. */
async function runCommand(folder, command, readme) {
  const cwd = mkdtempSync(join(folder, "command-"));
  writeInputs(cwd, filesIn([command]), readme);
  const begin = performance.now();
  const PATH = [join(folder, "node_modules/.bin"), process.env["PATH"]].join(delimiter);
  const options = { cwd, env: { ...process.env, PATH } };
  if (command.startsWith("lethe playground")) await visit(command, options);
  else {
    const { status, stdout, stderr } = spawnSync("sh", ["-c", command], {
      ...options,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    });
    if (status !== 0 || stdout + stderr === "") throw new Error(`${command}: exit code ${status}\n${stderr}`);
  }
  console.log(`${((performance.now() - begin) / 1000).toFixed(1).padStart(6)} s  ${command}`);
}

/** Starts the page, asks for it and for the book beside it, and ends it. */
async function visit(command, options) {
  const server = spawn("sh", ["-c", `exec ${command}`], options);
  try {
    const address = await new Promise((resolve, reject) => {
      let said = "";
      const hear = (piece) => {
        said += piece;
        const [found] = /http:\/\/\S+/.exec(said) ?? [];
        if (found) resolve(found);
      };
      server.stdout.on("data", hear);
      server.stderr.on("data", hear);
      server.on("exit", (code) => reject(new Error(`${command}: exit code ${code}\n${said}`)));
    });
    for (const file of ["", "moby-dick.txt.gz"]) {
      const { status } = await fetch(new URL(file, address));
      if (status !== 200) throw new Error(`${command}: ${status} for ${address}${file}`);
    }
  } finally {
    server.kill();
  }
}
