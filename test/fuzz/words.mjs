// What may stand in a command line: values of flags by their names, and words that nobody should type.
import { plausibleOf } from "./plausible.mjs";

export const hostileWords = [
  "",
  " ",
  "-",
  "--",
  "---",
  "--json",
  "-q",
  "-1",
  "-0",
  "0",
  "1.5",
  "1e308",
  "1e400",
  "1e-320",
  "9007199254740993",
  "NaN",
  "Infinity",
  "0x10",
  "1_000",
  "1.000,5",
  "１２",
  "abc",
  "__proto__",
  "constructor",
  "1,2,3",
  ",,,",
  "3,-1,NaN",
  "@",
  "@../files/missing.txt",
  "/",
  ".",
  "..",
  "/dev/null",
  "/dev/zero",
  "/dev/full",
  "a\nb",
  "a\u0007\u001b[31mb",
  "\ud800",
  "😀",
  "null",
  "true",
  "[]",
  "%s%n",
  "x".repeat(100_000),
];

/** Values by flag: those of the API as text, and those that only the program has. */
export function wordsOf(api, paths) {
  const words = {};
  for (const [name, values] of Object.entries(plausibleOf(api))) {
    const made = values
      .map(({ make }) => make())
      .filter((value) => typeof value !== "object" || Array.isArray(value));
    words[name] = made.filter((value) => typeof value !== "function").map(String);
  }
  const lists = ["5,3,1", "1", "0,2,0", "@../files/numbers.txt", "1e-300,1,1e300"];
  return {
    __proto__: null,
    ...words,
    generations: ["1", "2", "3", "20", "20", "200", "2147483647"],
    "generations list": ["1", "1,2,3", "0,5", "9007199254740991"],
    survival: ["std>0.1", "p!=0,1", "rate>0", "unique>1", "unique > 2"],
    observable: ["std", "p", "rate", "unique", "entropy"],
    counts: [...lists, ...paths],
    weights: lists,
    zipf: ["5,1", "5,1,2.7", "1000,0.5"],
    corpus: [...paths, "-"],
    scale: ["1", "9", "1e6", "1e13"],
    top: ["0", "1", "10", "9007199254740991"],
    out: ["out", "a/b/c", "../files/text.txt", "../files/folder", "/dev/null", ""],
    only: ["zipf-1", "bernoulli-1", "none", "zipf-1,zipf-2", ","],
    port: ["0", "1", "4870", "65535", "65536"],
    workers: ["1", "1", "1", "2", "auto"],
  };
}
