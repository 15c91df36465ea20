import { readdirSync, rmSync, statSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import process from "node:process";

const HOST = hostname().replaceAll(/[^A-Za-z0-9-]/g, "-");
const NAME = /\.lethe-([A-Za-z0-9-]*)-(\d+)\.tmp$/;
/** No file is written for so long, in milliseconds. */
const DAY = 86_400_000;

/** The name under which a file is written before it takes its place. It tells by whom: machine and process. */
export const temporary = (path: string): string => `${path}.lethe-${HOST}-${process.pid}.tmp`;

/** Removes files that a process which was killed was writing into a directory, or `below` into those inside it. */
export function removeLeftovers(directory: string, below: boolean): void {
  try {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) {
        if (below) removeLeftovers(path, false);
        continue;
      }
      const found = NAME.exec(entry.name);
      if (found && isLeft(path, found[1], Number(found[2]))) rmSync(path, { force: true });
    }
  } catch {
    // A directory that cannot be listed may still be written to.
  }
}

/** Whether nobody writes a file any more. Of another machine's processes only its age can tell. */
function isLeft(path: string, host: string, pid: number): boolean {
  const { mtimeMs } = statSync(path);
  if (Date.now() - mtimeMs > DAY) return true;
  // Called before this process writes there: a file of its number is of an earlier one.
  return host === HOST && (pid === process.pid || !isAlive(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
