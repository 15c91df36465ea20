import { log } from "../math";
import {
  alphaOf, base, factor, isNarrow, least, logRatio, mean, most, ofNone, setLaw, sign, slopeOf, squeezeOf, total, variance,
  widthOf,
} from "./hypergeometric-law";
import { FARTHEST, fillFromTable, fillRare, isTabled, rare, tabulate, WORTH_A_TABLE } from "./inversion";
import { fillByRejection, isPrepared, prepare } from "./rejection";
import { positiveUniform, RARE, TRIES, uniform } from "./uniform";

function invert(s: usize, first: f64): f64 {
  const last = min(least, FARTHEST);
  let probability = first;
  let u = uniform(s);
  let k = 0.0;
  while (u >= probability && k < last) {
    u -= probability;
    k += 1.0;
    probability *= factor(k);
  }
  return k;
}

function reject(s: usize): f64 {
  const deviation = sqrt(variance);
  const b = widthOf(deviation);
  const a = slopeOf(b);
  const alpha = alphaOf(deviation, b);
  const squeeze = squeezeOf(b);
  const center = mean + 0.5;
  for (let tries = TRIES; tries > 0; --tries) {
    const u = uniform(s) - 0.5;
    const v = positiveUniform(s);
    const us = 0.5 - abs(u);
    const k = floor(((2.0 * a) / us + b) * u + center);
    if (us >= 0.07 && v <= squeeze) return k;
    if (k < 0.0 || k > least) continue;
    if (log((v * alpha) / (a / (us * us) + b)) <= logRatio(k)) return k;
  }
  return NaN;
}

/** A hypergeometric variate: how many of `draws` items taken from marked + unmarked are marked. */
export function hypergeometric(s: usize, marked: f64, unmarked: f64, draws: f64): f64 {
  setLaw(marked, unmarked, draws);
  if (least == 0.0) return base;
  if (mean < RARE) return base + sign * rare(s, mean);
  return base + sign * (isNarrow() ? invert(s, ofNone()) : reject(s));
}

/** Fills out[0..count). */
export function fillHypergeometric(
  s: usize, marked: f64, unmarked: f64, draws: f64, out: usize, count: i32,
): void {
  setLaw(marked, unmarked, draws);
  if (least == 0.0) {
    memory.fill(out, 0, <usize>count << 3);
  } else if (mean < RARE) {
    fillRare(s, mean, out, count);
  } else if (isNarrow()) {
    fillNarrow(s, out, count);
  } else {
    // No other law has a third number below 0.
    if (!isPrepared(least, most, -total)) {
      const deviation = sqrt(variance);
      const b = widthOf(deviation);
      prepare(
        least, most, -total, slopeOf(b), b, mean + 0.5, 0.0, squeezeOf(b), alphaOf(deviation, b), 0.0, least,
        (s) => reject(s), (k) => logRatio(k),
      );
    }
    fillByRejection(s, out, count);
  }
  for (const end = out + (<usize>count << 3); out < end; out += 8) store<f64>(out, base + sign * load<f64>(out));
}

function fillNarrow(s: usize, out: usize, count: i32): void {
  const last = min(least, FARTHEST);
  if (!isTabled(-least, most, total, last)) {
    const first = ofNone();
    if (count < WORTH_A_TABLE) {
      for (const end = out + (<usize>count << 3); out < end; out += 8) store<f64>(out, invert(s, first));
      return;
    }
    tabulate(-least, most, total, last, first, (k) => factor(k));
  }
  fillFromTable(s, out, count);
}
