// The service worker of the page, with the names of the files that it keeps.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

/** Emits `offline.js`, which keeps all files of the build and those beside it, by their names and paths. */
export function offline(beside: Readonly<Record<string, string>>): Plugin {
  return {
    name: "offline",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const hash = createHash("sha256");
        for (const file of Object.values(bundle))
          hash.update(file.type === "chunk" ? file.code : file.source);
        for (const path of Object.values(beside)) hash.update(readFileSync(path));
        const files = [
          "./",
          ...Object.keys(bundle).filter((name) => name !== "index.html"),
          ...Object.keys(beside),
        ];
        const source = readFileSync(new URL("./offline.js", import.meta.url), "utf8")
          .replace("%files%", files.join(" "))
          .replace("%build%", hash.digest("hex").slice(0, 16));
        this.emitFile({ type: "asset", fileName: "offline.js", source });
      },
    },
  };
}
