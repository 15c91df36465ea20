import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { checkMade } from "./built.ts";

const folder = mkdtempSync(join(tmpdir(), "lethe-built-"));
afterAll(() => rmSync(folder, { recursive: true }));
const sources = join(folder, "assembly");
const made = join(folder, "bytes.ts");
const source = join(sources, "chains", "x.ts");
mkdirSync(join(sources, "chains"), { recursive: true });

/** Writes a file as if so many seconds after a moment. */
function write(path: string, seconds: number): void {
  writeFileSync(path, "");
  utimesSync(path, 1e9 + seconds, 1e9 + seconds);
}

it("a source that changed since the build is noticed, and a build that never was", () => {
  write(source, 0);
  const check = () => checkMade(made, sources);
  expect(check).toThrow(`${made} is missing: run \`npm run build\` first`);
  write(made, 1);
  expect(check).not.toThrow();
  write(source, 2);
  expect(check).toThrow(`${made} is older than ${sources}/chains/x.ts: run \`npm run build\` first`);
  write(join(sources, "README.md"), 9);
  write(source, 1);
  expect(check).not.toThrow();
});
