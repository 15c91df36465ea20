// Steps in ln s; the integrand is analytic in a strip around it, so the trapezoidal rule is right to rounding.
const STEP = 0.2;
const FIRST = -45;
const WIDEST = 700;

/**
 * The law of what is chosen among so many that are drawn from p, with chances proportional to exp(reward):
 * p(x) E[K e^r / (e^r + sum of K - 1 others)], by 1/S = int exp(-s S) ds. The sum is that of p, but for rounding.
 *
 * @see Ferbach et al., Self-Consuming Generative Models with Curated Data Provably Optimize Human Preferences,
 *   arXiv:2407.09499
 */
export function curated(p: Float64Array, rewards: readonly number[], choices: number): Float64Array {
  const law = new Float64Array(p.length);
  const there = [...p.keys()].filter((i) => p[i] > 0);
  const most = there.reduce((best, i) => Math.max(best, rewards[i]), -Infinity);
  // A reward that is further below counts as 0, as far as doubles can tell.
  const weight = there.map((i) => Math.exp(Math.max(rewards[i] - most, -WIDEST)));
  const least = weight.reduce((x, y) => Math.min(x, y), 1);
  const end = Math.log(800 / least);
  for (let u = FIRST; u < end; u += STEP) {
    const s = Math.exp(u);
    const left = weight.map((w) => Math.exp(-s * w));
    const one = there.reduce((sum, i, at) => sum + p[i] * left[at], 0);
    const others = one ** (choices - 1);
    there.forEach((i, at) => {
      // s is the largest of all, so what makes up for it comes first.
      law[i] += weight[at] * s * left[at] * others * (STEP * choices * p[i]);
    });
  }
  return law;
}
