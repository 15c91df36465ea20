// A linear regression that labels its own training data: in each generation a ridge fit to `samples` points becomes the
// teacher of the next. The slope drifts at random, and the penalty pulls it to zero.
// lethe run examples/custom/ridge.mjs --samples 50 --set penalty=1 --generations 100 --trajectories 1000 --survival 'slope>0.1'

/** @param {{ slope?: number, samples?: number, penalty?: number, noise?: number }} options */
export default ({ slope: truth = 1, samples = 50, penalty = 1, noise = 0.5 }) => {
  const inputs = new Float64Array(samples);
  const errors = new Float64Array(samples);
  return {
    name: "ridge",
    observables: ["slope", "error"],
    start: () => truth,
    generation(slope, rng) {
      rng.normal(inputs);
      rng.normal(errors);
      let xx = 0;
      let xy = 0;
      for (let i = 0; i < samples; ++i) {
        const x = inputs[i];
        xx += x * x;
        xy += x * (slope * x + noise * errors[i]);
      }
      return xy / (xx + penalty);
    },
    observe: (slope) => ({ slope, error: (slope - truth) * (slope - truth) }),
  };
};
