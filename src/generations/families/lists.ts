// The loops over all symbols, on typed arrays alone: an engine keeps such loops fast.

/** Adds counts[i] of symbols[i] to the counts of each symbol, and the new ones to those met. Returns how many are. */
export function addCounts(
  all: Float64Array,
  met: Uint32Array,
  size: number,
  symbols: Uint32Array,
  counts: Float64Array,
  many: number,
): number {
  for (let i = 0; i < many; ++i) {
    const count = counts[i];
    const symbol = symbols[i];
    const before = all[symbol];
    // Which counts are 0 cannot be foreseen, so there is no branch for it: what is listed for nothing is written over.
    if (before === 0) {
      met[size] = symbol;
      size += Number(count !== 0);
    }
    all[symbol] = before + count;
  }
  return size;
}

/** The same where counts[s] is that of symbol s. */
export function joinCounts(
  all: Float64Array,
  met: Uint32Array,
  size: number,
  symbols: Uint32Array,
  counts: Float64Array,
  many: number,
): number {
  for (let i = 0; i < many; ++i) {
    const symbol = symbols[i];
    const before = all[symbol];
    if (before === 0) met[size++] = symbol;
    all[symbol] = before + counts[symbol];
  }
  return size;
}

export function clearCounts(all: Float64Array, symbols: Uint32Array, many: number): void {
  for (let i = 0; i < many; ++i) all[symbols[i]] = 0;
}

/** Puts the counts of some symbols beside each other. Returns their sum. */
export function gather(all: Float64Array, symbols: Uint32Array, many: number, out: Float64Array): number {
  let total = 0;
  for (let i = 0; i < many; ++i) {
    const count = all[symbols[i]];
    out[i] = count;
    total += count;
  }
  return total;
}

/** Adds factor * weights[i] to what symbols[i] has. */
export function addWeights(
  all: Float64Array,
  symbols: Uint32Array,
  weights: Float64Array,
  many: number,
  factor: number,
): void {
  for (let i = 0; i < many; ++i) all[symbols[i]] += factor * weights[i];
}

/** Makes each of some weights `factor` times as large, and moves to it what its symbol has in `all`. */
export function blendWeights(
  all: Float64Array,
  symbols: Uint32Array,
  weights: Float64Array,
  many: number,
  factor: number,
): void {
  for (let i = 0; i < many; ++i) {
    const symbol = symbols[i];
    weights[i] = factor * weights[i] + all[symbol];
    all[symbol] = 0;
  }
}

/** Moves the weights of some symbols to the end of a list of `size`. Returns how long it is then. */
export function takeWeights(
  all: Float64Array,
  symbols: Uint32Array,
  many: number,
  listed: Uint32Array,
  weights: Float64Array,
  size: number,
): number {
  for (let i = 0; i < many; ++i) {
    const symbol = symbols[i];
    const weight = all[symbol];
    if (weight === 0) continue;
    listed[size] = symbol;
    weights[size++] = weight;
    all[symbol] = 0;
  }
  return size;
}

export function sumOf(weights: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let i = from; i < to; ++i) total += weights[i];
  return total;
}
