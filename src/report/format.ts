/** A number for the eye: four digits that matter, or a whole number with its thousands set apart. */
export function figures(value: number): string {
  if (Number.isNaN(value)) return "–";
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size >= 1000) return minus(value.toLocaleString("en-US", { maximumFractionDigits: size < 10_000 ? 1 : 0 }));
  if (size < 1e-4) return minus(value.toExponential(2));
  return Number.isInteger(value) ? minus(String(value)) : minus(value.toPrecision(4));
}

/** A number of standard errors: one decimal is all it is worth. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return minus(String(value));
  const rounded = Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 10) / 10;
  return minus((rounded === 0 ? 0 : rounded).toLocaleString("en-US"));
}

/** A span of time. */
export const seconds = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} s`;

/** The true minus sign, which is as wide as a digit. */
const minus = (text: string): string => text.replace("-", "−");
