import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import { pipeline } from "node:stream/promises";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".gz": "application/gzip",
  ".txt": "text/plain; charset=utf-8",
};

/** What the page needs and no more: its own files, WebAssembly, workers from strings, its colours, pictures to keep. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  // Any page may show this one in a frame: a teacher's notes, say. Nothing can be done in it that a trick could misuse.
].join("; ");

/**
 * The names of this machine to itself, with any port: a tunnel may have changed it. A page elsewhere whose name is made
 * to lead here (DNS rebinding) asks by that name, and is refused.
 */
const HERE = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** Serves the files of a folder to the browsers of this machine, and nothing else. */
export function staticServer(folder: string): Server {
  return createServer(async ({ method, url, headers }, response) => {
    if (!HERE.test(headers.host ?? "")) return say(response, 403, "not served under this name\n");
    if (method !== "GET" && method !== "HEAD") {
      response.setHeader("allow", "GET, HEAD");
      return say(response, 405);
    }
    const file = fileOf(folder, url ?? "/");
    const about = file === undefined ? undefined : await stat(file).catch(() => undefined);
    if (file === undefined || !about?.isFile()) return say(response, 404, "not found\n");
    response.writeHead(200, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "content-length": about.size,
      // A newer version of the package is seen at once.
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
      "content-security-policy": POLICY,
    });
    if (method === "HEAD") response.end();
    // Closes the file also when the browser has gone, which is no error.
    else await pipeline(createReadStream(file), response).catch(() => {});
  });
}

function say(response: ServerResponse, status: number, text = ""): void {
  response.writeHead(status, { "content-type": "text/plain" }).end(text);
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
