// Twin of assembly/chains/categorical/exact-total.ts.
import type { Stream } from "../../../kernels/stream.ts";
import { uniform } from "../../random/uniform.ts";
import type { Vocabulary } from "./vocabulary.ts";

function change({ next }: Vocabulary, counts: Float64Array, positions: Float64Array, amount: number): void {
  let i = 0;
  let before = 0;
  let here = counts[0];
  for (const position of positions) {
    while (before + here <= position) {
      before += here;
      here = counts[++i];
    }
    next[i] += amount;
  }
}

function drawPositions(positions: Float64Array, stream: Stream, range: number): void {
  for (let p = 0; p < positions.length; ++p) positions[p] = Math.floor(uniform(stream) * range);
}

function drawDifferent(positions: Float64Array, stream: Stream, range: number): void {
  for (let known = 0; known < positions.length; ) {
    drawPositions(positions.subarray(known), stream, range);
    positions.sort();
    let last = -1;
    known = 0;
    for (const position of positions) {
      if (position === last) continue;
      positions[known++] = position;
      last = position;
    }
  }
}

export function makeExact(v: Vocabulary, stream: Stream, n: number, total: number): void {
  const positions = v.positions.subarray(0, Math.abs(total - n));
  if (total > n) {
    drawDifferent(positions, stream, total);
    change(v, v.next, positions, -1);
  } else {
    drawPositions(positions, stream, n);
    positions.sort();
    change(v, v.counts, positions, 1);
  }
}
