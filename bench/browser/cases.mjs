// What Node and the browser are both timed at. `start` makes what is timed: long enough for the coarse clock of a page,
// and short enough not to give way to the page in between.
export function cases({ Generator, categorical, follow, gaussian, simulate }) {
  const numbers = new Float64Array(10_000);
  const rng = new Generator(1);
  const FILLS = 1000;
  const chain = {
    model: gaussian({ samples: 1000 }),
    generations: 100,
    trajectories: 5000,
    record: "every:100",
  };
  const words = categorical({ zipf: { size: 50_000, exponent: 1 }, samples: 1_000_000 });
  const GENERATIONS = 50;
  return [
    {
      name: "uniform fill",
      unit: "number",
      units: FILLS * numbers.length,
      start: () => () => {
        for (let i = 0; i < FILLS; ++i) rng.uniform(numbers);
      },
    },
    {
      name: "gaussian chain",
      unit: "generation",
      units: chain.generations * chain.trajectories,
      start: () => () => simulate({ ...chain, seed: 1 }),
    },
    {
      name: "categorical, Zipf 50,000, n = 10^6",
      unit: "generation",
      units: GENERATIONS,
      start() {
        const life = follow(words, { seed: 1 });
        return () => life.advance(GENERATIONS);
      },
    },
  ];
}

/** Nanoseconds a unit: the least of a few calls, as whatever else the machine does only adds. */
export async function time({ start, units }) {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 5; ++i) {
    const call = start();
    const begun = performance.now();
    await call();
    least = Math.min(least, performance.now() - begun);
  }
  return (1e6 * least) / units;
}
