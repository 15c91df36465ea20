import { readFileSync } from "node:fs";

/** The name of a page: its first heading. @param {string} file */
export function titleOf(file) {
  const heading = /^# (.+)$/m.exec(readFileSync(file, "utf8"))?.[1];
  if (heading === undefined) throw new Error(`${file} has no heading`);
  return heading.replaceAll("`", "");
}
