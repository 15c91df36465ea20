import { digits, time } from "./format.mjs";

/** The results as lines of a terminal: a time, and how many times slower than the first contestant of the row. */
export function table(cases) {
  const width = Math.max(...cases.map(({ name }) => name.length)) + 2;
  return cases
    .map(({ name, unit, contestants: [first, ...others] }) => {
      const rest = others.map(
        ({ name: who, ns, ratio }) =>
          `${who} ${time(ns.median)} ×${digits(ratio.median)} (${digits(ratio.least)}–${digits(ratio.most)})`,
      );
      return `${name.padEnd(width)}${first.name} ${time(first.ns.median)} a ${unit}; ${rest.join(", ")}`;
    })
    .join("\n");
}
