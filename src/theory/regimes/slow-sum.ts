// From here on a sum that falls slowly goes over into integrals.
const SMALL = 1e-4;
const SLOW = 0.01;
const STEPS = 1e7;

/**
 * The sum over j = 0, 1, … of f(u_j), u_0 = 1, u_{j+1} = 1 - exp(-b u_j), b = 1 - share, for an f(u) that is
 * slope u - bend u^2 near 0. A small share takes as many steps as a large one: with y = 1/u a step is
 * y -> y/b + 1/2 + b/(12 y) - …, which is solved but for its last term by y = Y b^-j - c.
 *
 * @see de Bruijn, Asymptotic Methods in Analysis (1958), ch. 8
 */
export function sumOver(share: number, f: (u: number) => number, slope: number, bend: number): number {
  const b = 1 - share;
  const fast = share > SLOW;
  const small = (fast ? 1e-20 : SMALL) / Math.max(1, slope);
  let sum = 0;
  let u = 1;
  for (let j = 0; u > small && j < STEPS; j++) {
    sum += f(u);
    u = -Math.expm1(-b * u);
  }
  return fast ? sum : sum + rest(share, u, slope, bend);
}

/** The terms from u on, by Euler and Maclaurin's formula. */
function rest(share: number, u: number, slope: number, bend: number): number {
  const rate = -Math.log1p(-share);
  const c = (1 - share) / (2 * share);
  const Y = 1 / u + c;
  const r = c / Y;
  // ln(1 - r) and 1 / (1 - r), of an r near 1.
  const logarithm = -Math.log1p(c * u);
  const inverse = 1 + c * u;
  const first = -logarithm / (c * rate);
  const squares = (logarithm / r + inverse) / (rate * Y * Y * r);
  // What the term b/(12 y) takes away.
  const late = (1 + inverse + (2 / r) * logarithm) / (12 * (rate * Y) ** 2 * Y * r * r);
  const ends = u / 2 + (u * (rate + u / 2)) / 12;
  return slope * (first - late + ends) - bend * (squares + (u * u) / 2);
}
