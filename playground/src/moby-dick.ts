import type { Source } from "./engine/protocol.ts";

/** The built-in text. */
export const MOBY_DICK: Source = {
  kind: "url",
  url: new URL("./moby-dick.txt.gz", document.baseURI).href,
  name: "Moby-Dick",
};
