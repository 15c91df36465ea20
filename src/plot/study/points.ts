import { invalid } from "../../check/errors.ts";
import { MEASURES, TIMES } from "./measures.ts";
import { checkAlike, column, numbers, type Rows, type Value } from "./rows.ts";

/** What is drawn of a series: its points, and where its bars end. */
export interface Points {
  /** Undefined where there is one series only. */
  readonly colour: Value | undefined;
  readonly x: readonly number[];
  /** NaN where there is no number. */
  readonly y: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** What theory says; NaN where it says nothing. */
  readonly law: readonly number[];
}

/** All series, and how to read them. */
export interface Series {
  readonly list: readonly Points[];
  /** The least and the greatest number of replicates of a point. */
  readonly replicates: readonly [least: number, most: number];
  /** What a point is, and what its bar is; undefined where it has none. */
  readonly point: string;
  readonly bar: string | undefined;
  /** Name of the law; undefined where there is none. */
  readonly law: string | undefined;
}

/** More series than this cannot be told apart. */
export const MOST_SERIES = 6;

/** Puts rows together by colour and x. @throws {InputError} for columns that do not fit, and rows that differ otherwise */
export function seriesOf(rows: Rows, x: string, y: string, colour: string | undefined): Series {
  const { table, at } = rows;
  const xs = numbers(rows, "x", x);
  const ys = numbers(rows, "y", y);
  const colours = colour === undefined ? undefined : column(table, "colour", colour);
  const groups = groupBy(at, (i) => colours?.[i]);
  if (groups.size > MOST_SERIES) {
    throw invalid(
      "colour",
      colour,
      `a column of up to ${MOST_SERIES} values, and this one has ${groups.size}; where chooses`,
    );
  }
  const series = [...groups].sort(([a], [b]) => order(a, b));
  const points = series.map(([value, own]) => {
    const places = groupBy(
      own.filter((i) => xs[i] !== null),
      (i) => xs[i] as number,
    );
    return { value, places: [...places].sort(([a], [b]) => a - b) };
  });
  const all = points.flatMap(({ places }) => places.map(([, group]) => group));
  checkAlike(rows, all, [x, ...(colour === undefined ? [] : [colour])]);
  const counts = all.map((group) => group.length);
  const replicates = [
    counts.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    counts.reduce((a, b) => Math.max(a, b), 0),
  ] as const;
  const measure = Object.hasOwn(MEASURES, y) ? MEASURES[y] : {};
  const [lower, upper] = (measure.interval ?? []).map((name) => table[name]);
  const error = measure.error === undefined ? undefined : table[measure.error];
  const law = (measure.law ?? []).map((name) => table[name]).find((values) => values !== undefined);
  const isRepeated = replicates[1] > 1;
  const spread = (group: readonly number[]): Spread => {
    const values = group.map((i) => held(ys[i], y, table));
    if (isRepeated) return measure.isMean ? meanOf(values) : medianOf(values);
    const [value] = values;
    const [i] = group;
    if (lower && upper)
      return [value, numberOf(lower[i], Number.NaN), numberOf(upper[i], Number.POSITIVE_INFINITY)];
    const off = 2 * numberOf(error?.[i], 0);
    return [value, value - off, value + off];
  };
  return {
    list: points.map(({ value, places }) => {
      const spreads = places.map(([, group]) => spread(group));
      return {
        colour: value,
        x: places.map(([place]) => place),
        y: spreads.map(([middle]) => (Number.isFinite(middle) ? middle : Number.NaN)),
        low: spreads.map(([, low]) => low),
        high: spreads.map(([, , high]) => high),
        law: places.map(([, [i]]) => (law?.[i] ?? Number.NaN) as number),
      };
    }),
    replicates,
    ...(isRepeated
      ? measure.isMean
        ? AVERAGED
        : MIDDLE
      : { point: "", bar: lower && upper ? "95 % interval" : error && ERRORS }),
    law: law?.some((value, i) => value !== null && at.includes(i)) ? lawName(rows) : undefined,
  };
}

/** A number; one that is missing, as the time of an event that did not come, is beyond all others. */
const held = (value: number | null, y: string, table: Rows["table"]): number =>
  value ?? (TIMES.includes(y) && "censored" in table ? Number.POSITIVE_INFINITY : Number.NaN);

type Spread = readonly [middle: number, low: number, high: number];

const ERRORS = "±2 standard errors";
const AVERAGED = { point: "mean", bar: ERRORS };
const MIDDLE = { point: "median", bar: "10 to 90 % of them" };

const numberOf = (value: Value | undefined, otherwise: number): number =>
  typeof value === "number" ? value : otherwise;

/** The mean, and two standard errors below and above it. */
function meanOf(values: readonly number[]): Spread {
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  const many = values.length;
  const mean = sum(values) / many;
  const off =
    many > 1 ? 2 * Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / (many - 1) / many) : 0;
  return [mean, mean - off, mean + off];
}

/** The median, and the 10 % and 90 % quantiles. */
function medianOf(values: readonly number[]): Spread {
  return [quantile(values, 0.5), quantile(values, 0.1), quantile(values, 0.9)];
}

/** A quantile between two values is as far between them; NaN where one is missing. */
function quantile(values: readonly number[], q: number): number {
  if (values.some(Number.isNaN)) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const place = q * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low === high ? low : low + (place - Math.floor(place)) * (high - low);
}

function lawName({ table, at }: Rows): string {
  const names = new Set(at.map((i) => table["law"]?.[i]).filter((name) => name !== null));
  const [only] = names;
  return names.size === 1 && typeof only === "string" ? only : "theory";
}

function groupBy<K>(at: readonly number[], key: (i: number) => K): Map<K, number[]> {
  const groups = new Map<K, number[]>();
  for (const i of at) {
    const group = groups.get(key(i));
    if (group) group.push(i);
    else groups.set(key(i), [i]);
  }
  return groups;
}

/** Numbers by size; texts as they come. */
const order = (a: unknown, b: unknown): number =>
  typeof a === "number" && typeof b === "number" ? a - b : 0;
