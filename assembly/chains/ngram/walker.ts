import { uniform } from "../../random/uniform";
import { Ngram, slotAt } from "./state";

/** One of 0, …, count - 1, each as likely to within one part in 2^27. */
// @ts-ignore: decorator
@inline
export function below(stream: usize, count: u32): u32 {
  return <u32>(uniform(stream) * <f64>count);
}

/** One of those that write a stream. */
@unmanaged
export class Walker {
  /** Where it writes next, and where its share of the text ends. */
  at: usize;
  end: usize;
  /** The slots of its context. */
  start: u32;
  count: u32;
  /** Where its share begins, and where it notes the ends of its pieces. */
  begin: usize;
  ends: usize;
}

// @ts-ignore: decorator
@inline
export function walker(v: Ngram, index: i32): Walker {
  return changetype<Walker>(v.lanes + <usize>index * offsetof<Walker>());
}

/**
 * Rounds of four walkers, as long as all have room left and none is at a dead end. Their loads do not wait for each
 * other, which is what makes it fast.
 */
export function stride(v: Ngram): void {
  const stream = v.stream;
  const slots = v.slots;
  const a = walker(v, 0);
  const b = walker(v, 1);
  const c = walker(v, 2);
  const d = walker(v, 3);
  let atA = a.at;
  const toB = b.at - atA;
  const toC = c.at - atA;
  const toD = d.at - atA;
  let startA = a.start;
  let startB = b.start;
  let startC = c.start;
  let startD = d.start;
  let countA = a.count;
  let countB = b.count;
  let countC = c.count;
  let countD = d.count;
  const end = atA + min(min(a.end - a.at, b.end - b.at), min(c.end - c.at, d.end - d.at));
  while (atA < end && countA != 0 && countB != 0 && countC != 0 && countD != 0) {
    const slotA = slotAt(slots, startA + below(stream, countA));
    const slotB = slotAt(slots, startB + below(stream, countB));
    const slotC = slotAt(slots, startC + below(stream, countC));
    const slotD = slotAt(slots, startD + below(stream, countD));
    store<u32>(atA, slotA.token);
    store<u32>(atA + toB, slotB.token);
    store<u32>(atA + toC, slotC.token);
    store<u32>(atA + toD, slotD.token);
    startA = slotA.start;
    startB = slotB.start;
    startC = slotC.start;
    startD = slotD.start;
    countA = slotA.count;
    countB = slotB.count;
    countC = slotC.count;
    countD = slotD.count;
    atA += 4;
  }
  a.at = atA;
  b.at = atA + toB;
  c.at = atA + toC;
  d.at = atA + toD;
  a.start = startA;
  b.start = startB;
  c.start = startC;
  d.start = startD;
  a.count = countA;
  b.count = countB;
  c.count = countC;
  d.count = countD;
}
