import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Builds and packs twice: here, and in a copy of what is committed or would be, installed as a newcomer does. Throws, with the
 * files that differ, where the tarballs are not the same bytes. The tarball is left in `out`.
 *
 * @param {string} root the repository
 * @param {string} out a folder, which is made anew
 * @returns {{ tarball: string, sha256: string, size: number, unpackedSize: number, files: number }} sizes in bytes
 */
export function packTwice(root, out) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const copy = mkdtempSync(join(tmpdir(), "lethe-release-"));
  try {
    npm(root, "run", "build");
    const here = pack(root, out);
    copyFiles(root, copy);
    npm(copy, "ci", "--prefer-offline", "--no-audit", "--no-fund");
    const there = pack(copy, copy);
    if (here.sha256 !== there.sha256)
      throw new Error(`two builds differ:\n${difference(here.tarball, there.tarball)}`);
    return here;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function npm(cwd, ...args) {
  return execFileSync("npm", args, {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 2 ** 26,
  });
}

/** What was built, as it is. */
function pack(cwd, out) {
  const [about] = JSON.parse(npm(cwd, "pack", "--ignore-scripts", "--json", "--pack-destination", out));
  const tarball = join(out, about.filename);
  const sha256 = createHash("sha256").update(readFileSync(tarball)).digest("hex");
  return { tarball, sha256, size: about.size, unpackedSize: about.unpackedSize, files: about.entryCount };
}

/** Copies the files that git knows, or would know: nothing that was built. */
function copyFiles(root, to) {
  const list = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  for (const name of list.split("\0").filter((name) => name && existsSync(join(root, name))))
    cpSync(join(root, name), join(to, name));
}

/** The names of the files in which two tarballs differ. */
export function difference(...tarballs) {
  const folder = mkdtempSync(join(tmpdir(), "lethe-difference-"));
  try {
    for (const [i, tarball] of tarballs.entries()) {
      mkdirSync(join(folder, String(i)));
      execFileSync("tar", ["-xzf", tarball, "-C", join(folder, String(i)), "--strip-components=1"]);
    }
    return spawnSync("diff", ["-rq", "0", "1"], { cwd: folder, encoding: "utf8" }).stdout.trim();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
