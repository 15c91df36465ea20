// Which parts of a memory are free.
import type { FillExports } from "./instance.ts";

/** A part of a memory: its address and its bytes, both multiples of 16. */
export interface Block {
  readonly at: number;
  readonly size: number;
}

/** Numbers made in one call of a fill: with the stream, they stay in the processor's nearest cache. */
export const FILL = 2048;

/** An instance, and what of its memory is free. */
export class Arena<E extends FillExports = FillExports> {
  readonly wasm: E;
  /** Free parts, by rising address, each followed by one that is taken. */
  readonly #gaps: Block[] = [];
  /** Where the parts handed out so far end. */
  #top = 0;
  /** How many have a part of it. */
  rooms = 0;
  /** For the stream and the numbers of one fill, which is over before another begins. */
  readonly stream: number;
  readonly numbers: number;

  constructor(wasm: E) {
    this.wasm = wasm;
    this.stream = this.reserve(wasm.Bytes.stream.value).at;
    this.numbers = this.reserve(8 * FILL).at;
  }

  /** Takes the first part that is large enough. What it holds is left over from others. */
  reserve(bytes: number): Block {
    const size = 16 * Math.max(1, Math.ceil(bytes / 16));
    for (const [i, gap] of this.#gaps.entries()) {
      if (gap.size < size) continue;
      const rest = { at: gap.at + size, size: gap.size - size };
      this.#gaps.splice(i, 1, ...(rest.size > 0 ? [rest] : []));
      return { at: gap.at, size };
    }
    const at = size < 2 ** 32 ? this.wasm.reserve(size) >>> 0 : 0;
    if (at === 0) throw new RangeError(`out of memory: ${Math.ceil(bytes / 2 ** 20)} MB more are needed`);
    this.#top = at + size;
    return { at, size };
  }

  release(block: Block): void {
    const gaps = [...this.#gaps.splice(0), block].sort((a, b) => a.at - b.at);
    let [last, ...others] = gaps;
    for (const gap of others) {
      if (last.at + last.size === gap.at) last = { at: last.at, size: last.size + gap.size };
      else {
        this.#gaps.push(last);
        last = gap;
      }
    }
    if (last.at + last.size < this.#top) this.#gaps.push(last);
    else {
      this.#top = last.at;
      this.wasm.reset(last.at);
    }
  }
}
