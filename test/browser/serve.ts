import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";

const TYPES: Readonly<Record<string, string>> = { ".html": "text/html", ".css": "text/css" };

/** Serves, to this machine alone: texts, or the files at URLs, by their paths. */
export async function serve(
  files: Readonly<Record<string, string | URL>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ address: string; close: () => void }> {
  const server = createServer(async ({ url = "/" }, response) => {
    const file = files[url];
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    const type = url === "/" ? "text/html" : (TYPES[extname(url)] ?? "text/javascript");
    response.writeHead(200, { "content-type": `${type}; charset=utf-8`, ...headers });
    response.end(typeof file === "string" ? file : await readFile(file));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
