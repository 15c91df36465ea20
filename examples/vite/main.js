import { categorical, simulate } from "lethe";

const bar = document.querySelector("progress");
const model = categorical({ zipf: { size: 1000, exponent: 1 }, samples: 5000 });
const run = await simulate(
  { model, generations: 100, trajectories: 2000, seed: 1 },
  // In Web Workers: the page stays free.
  { workers: "auto", onProgress: ({ done, total }) => (bar.value = done / total) },
);
document.querySelector("output").textContent = run.observable("unique").mean.at(-1).toFixed(1);
