import { digits, room, time } from "./format.mjs";

/** The results as lines of a terminal: a time, and how many times slower than the first contestant of the row. */
export function table(cases) {
  const width = Math.max(...cases.map(({ name }) => name.length)) + 2;
  return cases
    .map(({ name, unit, contestants: [first, ...others] }) => {
      const rest = others.map(
        ({ name: who, ns, ratio, memory }) =>
          `${who} ${time(ns.median)} ×${digits(ratio.median)} (${digits(ratio.least)}–${digits(ratio.most)})${room(memory)}`,
      );
      return `${name.padEnd(width)}${first.name} ${time(first.ns.median)} a ${unit}${room(first.memory)}; ${rest.join(", ")}`;
    })
    .join("\n");
}

/** Start-up and size. */
export function lines({ startUp, size }) {
  return [
    `from import to first draw ${digits(startUp.toFirstDraw)} ms; that process ${digits(startUp.whole)} ms, node -e 0 ${digits(startUp.bare)} ms`,
    `lethe --version ${digits(startUp.version)} ms, a small run ${digits(startUp.smallRun)} ms${startUp.numpy ? `, import numpy ${digits(startUp.numpy)} ms` : ""}`,
    `Wasm ${digits(size.wasm)} bytes, gzipped ${digits(size.wasmGzipped)}`,
    `simulate and gaussian, bundled ${digits(size.bundle)} bytes, gzipped ${digits(size.bundleGzipped)}`,
    `workers, later, gzipped ${digits(size.workersGzipped)}`,
    `theory, later, gzipped ${digits(size.lawsGzipped)}`,
    `lethe/random: uniform, normal, integers gzipped ${digits(size.someLawsGzipped)}, all laws ${digits(size.allLawsGzipped)}, WebAssembly, later, ${digits(size.fillsGzipped)}`,
    ...size.peers.map(({ name, laws, gzipped }) => `${name}: ${laws} gzipped ${digits(gzipped)}`),
  ].join("\n");
}
