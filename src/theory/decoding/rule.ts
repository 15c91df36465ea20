import { invalid } from "../../check/errors.ts";
import { listOf } from "../../check/given.ts";
import { finite, integer, positive, probability, readOptions } from "../check.ts";
import { curated } from "./curation.ts";
import { scale } from "./shares.ts";

/** How a model is sampled from: what is done to its probabilities before. */
export type DecodingRule =
  /** They are raised to the power 1 / `temperature`, a finite number above 0. */
  | { name: "temperature"; temperature: number }
  /** The `k` largest are kept; of equals the first. */
  | { name: "top-k"; k: number }
  /** The largest are kept, as few as have a sum of `mass` or more, from 0 to 1; at least one. Of equals the first. */
  | { name: "top-p"; mass: number }
  /** Those of at least `share` times the largest are kept, from 0 to 1. */
  | { name: "min-p"; share: number }
  /**
   * Of `choices` symbols drawn one is kept, with a chance proportional to exp(reward). `rewards` are finite numbers, one
   * for each symbol.
   */
  | { name: "curation"; rewards: ArrayLike<number>; choices: number }
  /** A valid symbol passes with the chance `pass`, above 0, one that is not with the chance `fail`. */
  | { name: "verifier"; valid: ArrayLike<boolean>; pass: number; fail: number };

// Of sums of shares, and of shares: what is on the border but for rounding is taken to be on it.
const ROUNDING = 1e-12;

/** Probabilities to probabilities; the list it gets stays as it is. */
export type Decode = (shares: Float64Array) => Float64Array;

const FIELDS: Record<string, readonly string[]> = {
  temperature: ["temperature"],
  "top-k": ["k"],
  "top-p": ["mass"],
  "min-p": ["share"],
  curation: ["rewards", "choices"],
  verifier: ["valid", "pass", "fail"],
};

/** All fields that a rule may have. */
interface Given {
  name?: string;
  temperature?: number;
  k?: number;
  mass?: number;
  share?: number;
  rewards?: ArrayLike<number>;
  choices?: number;
  valid?: ArrayLike<boolean>;
  pass?: number;
  fail?: number;
}

/** Reads and checks a rule for so many symbols. */
export function decodeOf(rule: DecodingRule, symbols: number): Decode {
  const given = readOptions(rule as Given, ["name", ...Object.values(FIELDS).flat()], "rule.");
  const { name } = given;
  if (typeof name !== "string" || !Object.hasOwn(FIELDS, name)) {
    throw invalid("rule.name", name, `one of ${Object.keys(FIELDS).join(", ")}`);
  }
  // Those that this one has not are unknown.
  readOptions(given, ["name", ...FIELDS[name]], "rule.");
  const { temperature = NaN, k = NaN, mass = NaN, share = NaN } = given;
  if (name === "temperature") {
    positive("rule.temperature", given.temperature as number);
    return (p) => tempered(p, temperature);
  }
  if (name === "top-k") {
    integer("rule.k", given.k as number, 1);
    return (p) => largest(p, (kept) => kept >= k);
  }
  if (name === "top-p") {
    probability("rule.mass", given.mass as number);
    return (p) => largest(p, (_, sum) => sum >= mass - ROUNDING);
  }
  if (name === "min-p") {
    probability("rule.share", given.share as number);
    return (p) => {
      const least = share * (1 - ROUNDING) * p.reduce((most, x) => Math.max(most, x), 0);
      return rescaled(p.map((x) => (x >= least ? x : 0)));
    };
  }
  return name === "curation" ? curationOf(given, symbols) : verifierOf(given, symbols);
}

function curationOf({ rewards, choices = NaN }: Given, symbols: number): Decode {
  const checked = listOf("rule.rewards", rewards, "a list of numbers", (reward, i) => {
    finite(`rule.rewards[${i}]`, reward as number);
    return reward as number;
  });
  sameLength("rule.rewards", checked, symbols);
  integer("rule.choices", choices, 1, 1e6);
  return (p) => rescaled(curated(p, checked, choices));
}

function verifierOf({ valid, pass, fail }: Given, symbols: number): Decode {
  const checked = listOf("rule.valid", valid, "a list of true and false", (one, i) => {
    if (typeof one !== "boolean") throw invalid(`rule.valid[${i}]`, one, "true or false");
    return one;
  });
  sameLength("rule.valid", checked, symbols);
  probability("rule.pass", pass as number);
  probability("rule.fail", fail as number);
  if (pass === 0) throw invalid("rule.pass", pass, "a number above 0, up to 1");
  // Where nothing that there is may pass, it stays as it was.
  return (p) =>
    rescaled(
      p.map((x, i) => x * ((checked[i] ? pass : fail) as number)),
      p,
    );
}

function sameLength(option: string, list: readonly unknown[], symbols: number): void {
  if (list.length !== symbols) throw invalid(option, list, `a list of ${symbols}, one for each symbol`);
}

/** p^(1/T), relative to the largest, whose power may leave the numbers. */
function tempered(p: Float64Array, temperature: number): Float64Array {
  const most = p.reduce((x, y) => Math.max(x, y), 0);
  return rescaled(p.map((x) => (x === 0 ? 0 : Math.exp(Math.log(x / most) / temperature))));
}

/** The largest, up to the first with which it is enough. */
function largest(p: Float64Array, enough: (kept: number, sum: number) => boolean): Float64Array {
  const kept = new Float64Array(p.length);
  let many = 0;
  let sum = 0;
  for (const i of Uint32Array.from(p.keys()).sort((a, b) => p[b] - p[a] || a - b)) {
    kept[i] = p[i];
    sum += p[i];
    many++;
    if (enough(many, sum)) break;
  }
  return rescaled(kept);
}

/** Divided by its sum; of a sum of 0, what there was before. */
function rescaled(p: Float64Array, before = p): Float64Array {
  return scale(p) > 0 ? p : before;
}
