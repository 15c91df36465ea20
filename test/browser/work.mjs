// What pages and Node compute alike.

/** A run that is long enough to bring in workers: what ran it, and what it says. */
export async function longRun({ gaussian, simulate }, options, trajectories = 1200) {
  const model = gaussian({ samples: 1000, method: "samples" });
  const experiment = { model, generations: 200, trajectories, seed: 1, survival: ["std>0.98"] };
  const run = await simulate(experiment, options);
  const { provenance, survival, ...rest } = JSON.parse(JSON.stringify(run));
  // Theory is computed with the engine's own Math.
  const watched = survival.map(({ theory, ...measured }) => measured);
  return { backend: provenance.backend, text: JSON.stringify({ ...rest, watched }) };
}
