import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".gz": "application/gzip",
};

/** Serves the files of a folder, and nothing else. */
export function staticServer(folder: string): Server {
  return createServer(async ({ method, url }, response) => {
    if (method !== "GET" && method !== "HEAD") {
      response.writeHead(405, { allow: "GET, HEAD" }).end();
      return;
    }
    const file = fileOf(folder, url ?? "/");
    const about = file === undefined ? undefined : await stat(file).catch(() => undefined);
    if (file === undefined || !about?.isFile()) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found\n");
      return;
    }
    response.writeHead(200, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "content-length": about.size,
      // A newer version of the package is seen at once.
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
    });
    if (method === "HEAD") response.end();
    else
      createReadStream(file)
        .on("error", () => response.destroy())
        .pipe(response);
  });
}

/** The file that an address stands for; undefined where it leads out of the folder, or is none. */
function fileOf(folder: string, url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/, ""));
    if (path.includes("\0")) return undefined;
    // Normalised as an absolute path it cannot climb above the folder.
    return join(folder, normalize(`/${path.endsWith("/") ? `${path}index.html` : path}`));
  } catch {
    return undefined;
  }
}
