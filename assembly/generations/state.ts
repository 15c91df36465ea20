// What a generation is made of, for the families of few numbers. Twin of src/generations; laid out by the boundary
// (src/wasm/generations.ts).

/** A statistic: the number of data points; their sum, or their mean; their squared deviations from it, summed. */
@unmanaged
export class Numbers {
  n: f64;
  first: f64;
  second: f64;
}

/** p and 1 - p, a rate, or mean and variance. */
@unmanaged
export class Parameters {
  first: f64;
  second: f64;
}

/** What is the same for all trajectories, and room for what a generation draws. */
@unmanaged
export class Generations {
  truth: Parameters;
  batch: Numbers;
  other: Numbers;
  spare: Parameters;
  model: Parameters;
  realShare: f64;
  realSamples: f64;
  weight: f64;
  /** variance = (1 - shrink) * squares / (n - less) + shrink * target; samples have the variance times temperature. */
  less: f64;
  shrink: f64;
  target: f64;
  temperature: f64;
  /** As in family.ts and regimes.ts. */
  family: i32;
  regime: i32;
  mask: i32;
  bySamples: i32;
  /** Whether all generations see as many data points, of statistics drawn at once: some are then drawn ahead. */
  ahead: i32;
  /** Room for a burst of samples. */
  scratch: usize;
  /** Room for what is drawn ahead: of real data, and steps of the model's. See ahead.ts. */
  reals: usize;
  steps: usize;
  /** What was drawn of real data for the generation under way; 0 where it is not drawn yet. */
  real: usize;
}
