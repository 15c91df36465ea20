/** `f` for whole numbers; those within 512 of the center are worked out once. */
export function remembered(f: (k: number) => number, center: number): (k: number) => number {
  const base = Math.floor(center) - 512;
  const values = new Float64Array(1024).fill(Number.NaN);
  return (k) => {
    const i = k - base;
    if (!(i >= 0 && i < 1024)) return f(k);
    if (Number.isNaN(values[i])) values[i] = f(k);
    return values[i];
  };
}
