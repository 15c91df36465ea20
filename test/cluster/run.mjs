import { spawnSync } from "node:child_process";

/** Runs a program to its end. @throws {Error} with what it said, when it fails and that is not expected */
export function run(program, args, { env = process.env, cwd = ".", check = true } = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { env, cwd, encoding: "utf8" });
  if (check && (error || status !== 0)) {
    throw new Error(`${[program, ...args].join(" ")}: ${error ?? `exit code ${status}\n${stdout}${stderr}`}`);
  }
  return { code: status, stdout: stdout ?? "", stderr: stderr ?? "" };
}
