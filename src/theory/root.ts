/**
 * The root of an increasing function, found by widening an interval around `start` until it changes sign inside,
 * then halving it down to `width`. A function of constant sign up to `limit` from the start gives that end.
 */
export function increasingRoot(f: (v: number) => number, start: number, width: number, limit = 300): number {
  const side = f(start) < 0 ? 1 : -1;
  let near = start;
  let far = start + side;
  for (let reach = 1; f(far) * side < 0; ) {
    if (reach >= limit) return far;
    near = far;
    reach = Math.min(limit, 2 * reach);
    far = start + side * reach;
  }
  while (Math.abs(far - near) > width) {
    const middle = (near + far) / 2;
    if (middle === near || middle === far) break;
    if (f(middle) * side < 0) near = middle;
    else far = middle;
  }
  return (near + far) / 2;
}
