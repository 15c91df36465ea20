import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { countFile } from "../../src/text/read.ts";

test.runIf(existsSync("/usr/bin/mkfifo"))("a signal ends the wait for a pipe that nobody fills", async () => {
  const folder = await mkdtemp(join(tmpdir(), "lethe-pipe-"));
  const path = join(folder, "pipe");
  spawnSync("mkfifo", [path]);
  const stop = new AbortController();
  const counting = countFile(path, { signal: stop.signal });
  setTimeout(() => stop.abort("enough"), 50);
  await expect(counting).rejects.toBe("enough");
  // Lets the opening of it, which still waits, come to its end.
  await (await open(path, "r+")).close();
  await rm(folder, { recursive: true });
});
