// Writes the compiled kernels into a TypeScript file, so that they travel with the code and no file is hosted.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

/** Embeds build/lethe.wasm, and the version of package.json. */
export function embed() {
  const wasm = readFileSync("build/lethe.wasm");
  const hash = createHash("sha256").update(wasm).digest("hex");
  writeFileSync(
    "src/wasm/bytes.ts",
    `// Made by scripts/embed.mjs from assembly/.\nexport const sha256 = "${hash}";\nexport const base64 =\n  "${wasm.toString("base64")}";\n`,
  );
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  writeFileSync(
    "src/version.ts",
    `// Made by scripts/embed.mjs from package.json.\nexport const version = "${version}";\n`,
  );
}
