import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { askPage } from "../browser.mjs";
import { WORK } from "../install.mjs";
import { judge, refused } from "../judge.mjs";
import { run, versionOf } from "../run.mjs";

const PARCEL = fileURLToPath(new URL("../node_modules/parcel/lib/bin.js", import.meta.url));

/** Parcel looks into `exports` and `imports` of a package where it is told to. */
export function parcel(expected) {
  const version = versionOf("node_modules/parcel");
  const made = async (root, name, packageExports) => {
    const manifest = { type: "module", private: true, "@parcel/resolver-default": { packageExports } };
    writeFileSync(join(WORK, "package.json"), JSON.stringify(manifest));
    const out = join(root, `parcel-${name}`);
    const args = ["--dist-dir", out, "--public-url", "./", "--no-cache", "--no-autoinstall"];
    await run(WORK, [PARCEL, "build", join(root, `${name}.html`), ...args]);
    judge(await askPage(out, `${name}.html`), expected);
  };
  const page = (packageExports) => made(WORK, "page", packageExports);
  return [
    [`Parcel ${version}, page as it comes: refused`, () => refused(() => page(false), "Failed to resolve")],
    [`Parcel ${version}, page, packageExports`, () => page(true)],
    [
      `Parcel ${version}, worker, packageExports: refused`,
      () => refused(() => made(WORK, "worker-page", true), "Cannot find module"),
    ],
  ];
}
