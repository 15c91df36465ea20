// A page in a real browser, with the bundled library.
import type { Page } from "playwright-core";
import { afterAll } from "vitest";
import { launch } from "./launch.ts";
import { serve } from "./serve.ts";

export const browser = await launch();
afterAll(async () => await browser?.close());

const at = (file: string) => new URL(`../../${file}`, import.meta.url);

/** Counts the workers that were started, and the chunks that they delivered. */
const COUNT = `
  export const count = { started: 0, chunks: 0 };
  if (globalThis.Worker) globalThis.Worker = class extends Worker {
    constructor(...args) {
      super(...args);
      ++count.started;
      this.addEventListener("message", ({ data }) => (count.chunks += data.kind === "chunk"));
    }
  };`;

const IN_WORKER = `
  const worker = new Worker("/ask.js", { type: "module" });
  globalThis.answer = new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
  });`;

interface Where {
  /** What the page is served with, such as its policy. */
  readonly headers?: Record<string, string>;
  /** Ask a worker that the page starts, instead of the page. */
  readonly inWorker?: boolean;
}

/**
 * What a script makes of the library, `lethe`, in a page of its own; and what the page complained of. The script knows
 * `longRun`, `digests` and the `count` of its workers.
 */
export async function ask<T>(
  script: string,
  { headers = {}, inWorker = false }: Where = {},
): Promise<{ answer: T; complaints: string[] }> {
  const files = {
    "/": `<!doctype html><script type="module" src="${inWorker ? "in-worker" : "ask"}.js"></script>`,
    "/favicon.ico": "",
    "/in-worker.js": IN_WORKER,
    "/count.js": COUNT,
    "/lethe.js": at("dist/lethe.browser.js"),
    "/work.js": at("test/browser/work.mjs"),
    "/digests.js": at("engines/experiments.mjs"),
    "/coin.mjs": at("examples/custom/bernoulli.mjs"),
    "/ask.js": `
      import { count } from "./count.js";
      import * as lethe from "./lethe.js";
      import { longRun } from "./work.js";
      import { digests } from "./digests.js";
      globalThis.answer = (async () => {${script}})();
      if (!globalThis.document) postMessage(await answer);`,
  };
  const { address, close } = await serve(files, { "access-control-allow-origin": "*", ...headers });
  const page = await browser!.newPage();
  try {
    const complaints = listen(page);
    await page.goto(address);
    const answer = await page.evaluate(() => (globalThis as unknown as { answer: Promise<unknown> }).answer);
    return { answer: answer as T, complaints };
  } finally {
    await page.close();
    close();
  }
}

/** What a page writes to its console as an error or a warning, and what it throws. */
export function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.stack ?? error.message));
  return complaints;
}
