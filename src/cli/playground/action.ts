import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { invalid } from "../../check/errors.ts";
import type { Shell } from "../shell.ts";
import { staticServer } from "./static.ts";

const PORT = 4870;
const ALLOWED = "an integer from 0 to 65535; 0 takes any that is free";

/** `lethe playground`: serves the page of this folder. The server keeps the process going until a signal ends it. */
export async function playground(page: string, port: unknown, { print, note }: Shell): Promise<void> {
  if (port !== undefined && !isPort(port)) throw invalid("port", port, ALLOWED);
  const server = staticServer(page);
  const { port: found } = port === undefined ? await anyPort(server) : await listen(server, port);
  print(`http://localhost:${found}/\n`);
  note("Ctrl-C ends it");
}

const isPort = (port: unknown): port is number =>
  Number.isInteger(port) && Number(port) >= 0 && Number(port) <= 65535;

async function anyPort(server: Server): Promise<AddressInfo> {
  try {
    return await listen(server, PORT);
  } catch {
    return await listen(server, 0);
  }
}

/** Listens to this machine only. */
function listen(server: Server, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    const failed = ({ code }: NodeJS.ErrnoException) => {
      const denied = code === "EACCES" || code === "EPERM";
      reject(
        invalid("port", port, denied ? "one that you have permission for" : `one that is free: ${code}`),
      );
    };
    server.once("error", failed);
    server.listen(port, "localhost", () => {
      server.off("error", failed);
      resolve(server.address() as AddressInfo);
    });
  });
}
