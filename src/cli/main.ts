#!/usr/bin/env node
import process from "node:process";
import { end, guardOutput } from "./fail.ts";
import { commandLine } from "./program.ts";

// Signals are left to the system, which ends a process at once, however busy its thread is, and tells its parent by
// which signal: a shell's loop stops too. Nothing needs to be tidied: files are whole or have a temporary name, and the
// terminal is used as it is. Only the first process of a container is spared by the system, and has to end itself.
if (process.pid === 1) {
  for (const [signal, number] of Object.entries({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 })) {
    process.on(signal, () => process.exit(128 + number));
  }
}

guardOutput();
end(await commandLine(process.argv.slice(2), process));
