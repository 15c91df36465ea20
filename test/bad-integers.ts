export const COUNT = "an integer from 1 to 2^53-1";

/** What is no integer from 1 to 2^53-1, and how an error shows it. */
export const badIntegers: [unknown, string][] = [
  [Number.NaN, "NaN"],
  [Number.POSITIVE_INFINITY, "Infinity"],
  [-1, "-1"],
  [0, "0"],
  [1.5, "1.5"],
  [2 ** 53, "9007199254740992"],
  ["7", '"7"'],
  [undefined, "missing"],
  [null, "null"],
  [[1], "[1]"],
  [5n, "5n"],
];
