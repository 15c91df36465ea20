/** @type {[least: number, unit: string][]} */
const UNITS = [
  [1e9, "s"],
  [1e6, "ms"],
  [1e3, "µs"],
  [0, "ns"],
];

/** Three digits, and no exponent. */
export const digits = (x) =>
  x >= 100 ? Math.round(x).toLocaleString("en") : String(Number(x.toPrecision(3)));

/** A time in the unit that suits it. */
export function time(ns) {
  const [size, unit] = UNITS.find(([least]) => ns >= least) ?? UNITS[3];
  return `${digits(ns / (size || 1))} ${unit}`;
}

/** Median, and from least to most. */
export const range = ({ median, least, most }, show = digits) =>
  least === most ? show(median) : `${show(median)} (${show(least)}–${show(most)})`;

/** A peak of memory after a time; nothing where it is not known. */
export const room = (memory) => (memory === undefined ? "" : `, ${digits(memory / 2 ** 20)} MiB`);
