// A coin refitted to its own tosses: generation by generation the share of heads becomes the new chance of one.
// lethe run examples/custom/bernoulli.mjs --p 0.2 --samples 100 --generations 600 --trajectories 1000 --survival 'p!=0,1'
//
// With the same seed it makes the same numbers, bit for bit, as bernoulli({ p, samples, method: "samples" }).

/** @param {{ p?: number, samples?: number }} options */
export default ({ p: truth = 0.5, samples = 100 }) => {
  const tosses = new Float64Array(samples);
  return {
    name: "coin",
    observables: ["p"],
    start: () => truth,
    generation(p, rng) {
      rng.uniform(tosses);
      let heads = 0;
      for (let i = 0; i < samples; ++i) if (tosses[i] < p) ++heads;
      return heads / samples;
    },
    observe: (p) => ({ p }),
  };
};
