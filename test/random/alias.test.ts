import { expect, it } from "vitest";
import { buildAlias } from "../../src/reference/random/alias.ts";

/** What a table gives each of its numbers, from the words that lead to it. */
function law({ thresholds, aliases }: ReturnType<typeof buildAlias>): Float64Array {
  const size = thresholds.length;
  const out = new Float64Array(size);
  for (let column = 0; column < size; ++column) {
    const share = aliases[column] === column ? 1 : thresholds[column] / 2 ** 53;
    out[column] += share / size;
    out[aliases[column]] += (1 - share) / size;
  }
  return out;
}

it.each([
  ["one certain number of two", [0, 1]],
  ["equal ones", Array(8).fill(1 / 8)],
  ["powers of two, down to 2^-64", Array.from({ length: 64 }, (_, i) => 2 ** -(i === 63 ? 63 : i + 1))],
  ["2048 numbers", Array.from({ length: 2048 }, (_, i) => (2 * (i + 1)) / (2048 * 2049))],
])("an alias table has the law it was made of: %s", (_, probabilities) => {
  const table = law(buildAlias(Float64Array.from(probabilities)));
  // A threshold has 53 bits; sums of shares are rounded at most once a column.
  const error = 2 ** -53 * Math.log2(probabilities.length);
  table.forEach((p, i) => {
    expect(Math.abs(p - probabilities[i])).toBeLessThanOrEqual(error);
  });
});
