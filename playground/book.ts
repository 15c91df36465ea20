// What the opening page needs of Moby-Dick, worked out when the page is built: a few kB in place of the whole book.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Plugin } from "vite";
import { countTokens } from "../src/text/count.ts";
import { sequence } from "../src/text/sequence.ts";
import { classesOf } from "./src/story/classes.ts";
import { placed } from "./src/story/placed.ts";

const NAME = "virtual:moby-dick";

/** The opening passage: the first paragraph after the title of the chapter, its lines joined. */
function passageOf(text: string): string {
  return text
    .split(/\n\s*\n/)[1]
    .replaceAll(/\s+/g, " ")
    .trim();
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** Serves the module `virtual:moby-dick`, and puts the passage into the page where it says %passage%. */
export function mobyDick(file: string): Plugin {
  let text: string | undefined;
  const book = () => {
    text ??= gunzipSync(readFileSync(file)).toString();
    return text;
  };
  return {
    name: "moby-dick",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load(id) {
      if (id !== `\0${NAME}`) return null;
      const { words, counts, total } = countTokens(book());
      const index = new Map(words.map((word, i) => [word, i]));
      const passage = passageOf(book());
      const cut = sequence(passage);
      const tokens = Array.from(cut.tokens, (token) => cut.words[token]);
      const pieces = placed(passage, tokens).map(({ text, word }) => [
        text,
        word === undefined ? -1 : (index.get(word) ?? -1),
      ]);
      return `export const tokens = ${total};
export const classes = ${JSON.stringify(classesOf(counts))};
export const pieces = ${JSON.stringify(pieces)};`;
    },
    transformIndexHtml: (html) => html.replaceAll("%passage%", () => escaped(passageOf(book()))),
  };
}
