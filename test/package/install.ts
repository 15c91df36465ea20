import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Installs what npm would ship into a new, empty project: its folder and the packed tarball. */
export function install(): { project: string; tarball: string } {
  const project = mkdtempSync(join(tmpdir(), "lethe-package-"));
  const pack = ["pack", "--silent", "--ignore-scripts", "--pack-destination", project];
  const tarball = join(project, execFileSync("npm", pack, { cwd: root, encoding: "utf8" }).trim());
  const installed = join(project, "node_modules/lethe");
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "-C", installed, "--strip-components=1"]);
  // Its dependencies are the ones installed here.
  symlinkSync(join(root, "node_modules"), join(installed, "node_modules"));
  writeFileSync(join(project, "package.json"), '{ "type": "module" }');
  return { project, tarball };
}
