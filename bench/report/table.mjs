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

/** Start-up and size. */
export function lines({ bare, whole, toFirstDraw }, { wasm, wasmGzipped, bundle, bundleGzipped }) {
  return [
    `from import to first draw ${digits(toFirstDraw)} ms; that process ${digits(whole)} ms, node -e 0 ${digits(bare)} ms`,
    `Wasm ${digits(wasm)} bytes, gzipped ${digits(wasmGzipped)}`,
    `simulate and gaussian, bundled ${digits(bundle)} bytes, gzipped ${digits(bundleGzipped)}`,
  ].join("\n");
}
