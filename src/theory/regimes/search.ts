/** Where a function that rises and then falls is largest, by golden sections. */
export function peak(f: (x: number) => number, low: number, high: number): number {
  const share = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [low, high];
  let [left, right] = [b - share * (b - a), a + share * (b - a)];
  let [fl, fr] = [f(left), f(right)];
  while (b - a > 1e-8) {
    if (fl > fr) {
      [b, right, fr] = [right, left, fl];
      left = b - share * (b - a);
      fl = f(left);
    } else {
      [a, left, fl] = [left, right, fr];
      right = a + share * (b - a);
      fr = f(right);
    }
  }
  return (a + b) / 2;
}

const WIDTH = 1e-13;

/** The place between `low` and `high` where a function passes 0, which it is below at `low` and not at `high`. */
export function crossing(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  let [fa, fb] = [f(a), f(b)];
  let kept = 0;
  // The Illinois method: a chord, and half the value of an end that has stayed twice.
  for (let i = 0; i < 200 && fb !== 0 && b - a > WIDTH * Math.max(1, Math.abs(b)); i++) {
    const chord = b - (fb * (b - a)) / (fb - fa);
    const x = chord > a && chord < b ? chord : (a + b) / 2;
    const fx = f(x);
    if (fx < 0) {
      [a, fa] = [x, fx];
      if (kept > 0) fb /= 2;
      kept = 1;
    } else {
      [b, fb] = [x, fx];
      if (kept < 0) fa /= 2;
      kept = -1;
    }
  }
  return b;
}
