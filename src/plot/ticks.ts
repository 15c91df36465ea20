/** Places of ticks on a logarithmic axis, and what stands beside them. */
export interface Ticks {
  readonly values: number[];
  readonly labels: string[];
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
/** More labels than this crowd an axis. */
const MOST = 7;

/** Powers of ten, thinned to a few; where less than three of them fit, multiples of them as well. */
export function logTicks(low: number, high: number): Ticks {
  const first = Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(high));
  const within = (value: number) => value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9);
  const powers = powersFrom(first, last).map(power).filter(within);
  if (powers.length >= 3) {
    const every = Math.ceil(powers.length / MOST);
    // Count from 1, so that 10^0 keeps its label when others lose theirs.
    const kept = powers.filter((value) => Math.round(Math.log10(value)) % every === 0);
    return { values: kept, labels: labels(kept) };
  }
  for (const digits of [
    [1, 2, 5],
    [1, 2, 3, 4, 5, 6, 8],
  ]) {
    const finer = powersFrom(first, last).flatMap((exponent) =>
      digits.map((digit) => Number(`${digit}e${exponent}`)),
    );
    const kept = finer.filter(within);
    if (kept.length >= 3 || digits.length > 3) return { values: kept, labels: labels(kept) };
  }
  return { values: powers, labels: labels(powers) };
}

const powersFrom = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** The double nearest to a power of ten; 10 ** n can be one off. */
const power = (exponent: number): number => Number(`1e${exponent}`);

/** Plain numbers where they stay short, powers of ten otherwise: never both on one axis. */
function labels(values: readonly number[]): string[] {
  const plain = values.every((value) => value >= 0.001 && value <= 100_000);
  return values.map((value) =>
    plain ? value.toLocaleString("en-US", { maximumFractionDigits: 6 }) : scientific(value),
  );
}

function scientific(value: number): string {
  const [digits, exponent] = value.toExponential().split("e");
  const raised = String(Number(exponent))
    .replace("-", "⁻")
    .replaceAll(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)]);
  return digits === "1" ? `10${raised}` : `${digits}·10${raised}`;
}
