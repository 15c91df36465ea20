/** A number for the eye: four digits that matter, or a whole number with its thousands set apart. */
export function figures(value: number): string {
  if (Number.isNaN(value)) return "–";
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size >= 1000)
    return minus(value.toLocaleString("en-US", { maximumFractionDigits: size < 10_000 ? 1 : 0 }));
  if (size < 1e-4) return minus(value.toExponential(2));
  if (Number.isInteger(value)) return minus(String(value));
  // Nearly 1 is not 1.
  const nearly = size < 1 && size >= 0.99995;
  return minus(nearly && size < 0.9999995 ? value.toFixed(6) : value.toPrecision(4));
}

/** A measurement and its standard error: two digits of this are enough, and as many places of the other. */
export function withError(value: number, error: number): string {
  if (!(error > 0 && error < 1)) return figures(value);
  const places = Math.min(100, 1 - Math.floor(Math.log10(error)));
  return `${minus(value.toFixed(places))} ± ${error.toFixed(places)}`;
}

/** A number of standard errors: one decimal is all it is worth. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return minus(String(value).replace("Infinity", "∞"));
  const rounded = Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 10) / 10;
  return minus((rounded === 0 ? 0 : rounded).toLocaleString("en-US"));
}

/** A span of time. */
export function seconds(value: number): string {
  if (value < 0.095) return `${Math.max(1, Math.round(value * 1000))} ms`;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} s`;
}

/** The true minus sign, which is as wide as a digit. */
const minus = (text: string): string => text.replace("-", "−");
