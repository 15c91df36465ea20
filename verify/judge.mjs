// Whether all deviations together look like chance.

/** No single deviation may be larger, in standard errors. */
export const LIMIT = 5;
const TWO_SIDED_5 = 5.733e-7;
const OFTEN = 3;
const TWO_SIDED_3 = 0.0027;
/** Each of the two joint tests fails by chance in at most this share of runs with new seeds. */
const ALPHA = 1e-4;

/** How likely it is, at most, that with new seeds something is wrong by chance: the level of the whole. */
export function chance(tables) {
  return 2 * ALPHA + TWO_SIDED_5 * tables.reduce((sum, { cells }) => sum + cells.length, 0);
}

/**
 * @param tables [{ name, cells }]
 * @returns {string[]} what is wrong; empty when nothing is
 */
export function judge(tables) {
  const wrong = [];
  for (const { name, cells } of tables) {
    for (const { what, z } of cells) {
      if (!(Math.abs(z) <= LIMIT)) wrong.push(`${name}: ${what}: z = ${z.toFixed(2)}, beyond ${LIMIT}`);
    }
  }
  return [...wrong, ...tooMany(tables), ...jointly(tables)];
}

/**
 * Cells of one table come from the same trajectories and go together; tables have seeds of their own. So tables are
 * counted: one with m cells has a |z| > 3 with a probability of at most 0.0027 m.
 */
function tooMany(tables) {
  const seen = tables.filter(({ cells }) => cells.some(({ z }) => Math.abs(z) > OFTEN)).length;
  const mean = tables.reduce((sum, { cells }) => sum + Math.min(1, TWO_SIDED_3 * cells.length), 0);
  // Poisson tail: an upper bound on that of a sum of rare independent events of the same mean, or close to it
  let term = Math.exp(-mean);
  let tail = 1;
  for (let k = 0; k < seen; ++k) {
    tail -= term;
    term *= mean / (k + 1);
  }
  return tail < ALPHA
    ? [`${seen} tables have a deviation above ${OFTEN}; ${mean.toFixed(1)} are expected`]
    : [];
}

/** One cell of each table, the last: independent standard normals, the sum of whose squares is a chi-square. */
function jointly(tables) {
  const zs = tables.map(({ cells }) => cells.at(-1).z);
  const sum = zs.reduce((total, z) => total + z * z, 0);
  const n = zs.length;
  // Wilson & Hilferty 1931: the cube root of a chi-square is very nearly normal
  const normal = (Math.cbrt(sum / n) - (1 - 2 / (9 * n))) / Math.sqrt(2 / (9 * n));
  if (Math.abs(normal) < 3.9) return [];
  return [
    `the deviations are jointly ${normal > 0 ? "too large" : "too small"}: chi-square ${sum.toFixed(1)} of ${n}`,
  ];
}
