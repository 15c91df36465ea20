// A text is the training set of a maximum-likelihood n-gram model, which writes the next text.
import { documents } from "./ngram/documents";
import { fit } from "./ngram/fit";
import { countTypes, markTypes, nextToken } from "./ngram/observe";
import { learnSpans, novelty } from "./ngram/spans";
import { Ngram } from "./ngram/state";
import { walk } from "./ngram/walk";

const UNIQUE = 1;
const SHARED = 2;
const ENTROPY = 4;
const TOP1 = 8;
const CONTEXTS = 16;
const NOVELTY = 32;

/** Two numbers that nextToken() makes together. */
const pair: usize = memory.data(16, 8);

/** Writes the observables in `wanted`, each at its place among those in `mask`: out, out + stride, … */
function observe(v: Ngram, wanted: i32, mask: i32, out: usize, stride: usize): void {
  if (wanted & (UNIQUE | SHARED)) markTypes(v, v.text, v.seen);
  if (wanted & (ENTROPY | TOP1 | CONTEXTS) && !v.fitted) fit(v);
  if (wanted & (ENTROPY | TOP1)) nextToken(v, pair);
  for (let bit = 1; bit <= NOVELTY; bit <<= 1) {
    if (wanted & bit) {
      let value = 0.0;
      if (bit == UNIQUE) value = countTypes(v, false);
      else if (bit == SHARED) value = countTypes(v, true);
      else if (bit == ENTROPY) value = load<f64>(pair);
      else if (bit == TOP1) value = load<f64>(pair, 8);
      else if (bit == CONTEXTS) value = <f64>v.distinct;
      else value = novelty(v);
      store<f64>(out, value);
    }
    if (mask & bit) out += stride;
  }
}

/** Puts a trajectory at generation 0. */
export function ngramStart(ngram: usize): void {
  const v = changetype<Ngram>(ngram);
  v.text = v.original;
  v.slots = v.firstSlots;
  v.size = v.firstSize;
  v.fitted = 1;
}

/** Fits the model of the original text, which all trajectories start from; writes its observables to `rows`. */
export function ngramBegin(ngram: usize, rows: usize, mask: i32): void {
  const v = changetype<Ngram>(ngram);
  v.text = v.original;
  v.slots = v.firstSlots;
  markTypes(v, v.original, v.known);
  if (mask & NOVELTY) learnSpans(v);
  fit(v);
  v.firstSize = v.size;
  observe(v, mask, mask, rows, 8);
}

/** Draws the next text. */
function step(v: Ngram): void {
  if (!v.fitted) fit(v);
  const from = v.text;
  const to = changetype<usize>(from) == changetype<usize>(v.even) ? v.odd : v.even;
  if (v.documents) documents(v, from, to);
  else walk(v, from, to);
  v.text = to;
  v.slots = v.laterSlots;
  v.fitted = 0;
}

/**
 * Takes a trajectory through `generations`; rows[observable][generation]. Observables in `watched` are written at
 * every generation, those in `mask` besides only where `recorded` has a 1 for the generation.
 */
export function ngram(
  ngram: usize, generations: i32, rows: usize, mask: i32, watched: i32, recorded: usize,
): void {
  const v = changetype<Ngram>(ngram);
  for (let g = 0; g < generations; ++g) {
    step(v);
    const wanted = load<u8>(recorded + g) ? mask : watched;
    observe(v, wanted, mask, rows + (<usize>g << 3), <usize>generations << 3);
  }
}
