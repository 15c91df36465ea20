import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Installs what npm would ship into a new, empty project: its folder and the packed tarball. What the package needs is what is
 * installed here: all of it, or what is left under `--omit=optional`.
 */
export function install(omit?: "optional"): { project: string; tarball: string } {
  const project = mkdtempSync(join(tmpdir(), "lethe-package-"));
  const pack = ["pack", "--silent", "--ignore-scripts", "--pack-destination", project];
  const tarball = join(project, execFileSync("npm", pack, { cwd: root, encoding: "utf8" }).trim());
  const installed = join(project, "node_modules/lethe");
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "-C", installed, "--strip-components=1"]);
  const here = join(root, "node_modules");
  if (omit === undefined) symlinkSync(here, join(installed, "node_modules"));
  else
    for (const name of needed()) {
      mkdirSync(join(project, "node_modules", name, ".."), { recursive: true });
      symlinkSync(join(here, name), join(project, "node_modules", name));
    }
  writeFileSync(join(project, "package.json"), '{ "type": "module" }');
  return { project, tarball };
}

/** What the package depends on without its optional packages, and what those depend on, as the lockfile has it. */
export function needed(): string[] {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const names = new Set<string>(Object.keys(packages[""].dependencies));
  for (const name of names)
    for (const next of Object.keys(packages[`node_modules/${name}`].dependencies ?? {})) names.add(next);
  return [...names];
}
