import { at, place, Vocabulary } from "./vocabulary";

/** For each choice of four lanes, by bits: bytes to shuffle so that those chosen come first. */
const packings: usize = memory.data(16 * 16, 16);

/** Has to be called once before any are kept. */
export function buildPackings(): void {
  for (let chosen = 0; chosen < 16; ++chosen) {
    let to = packings + 16 * chosen;
    for (let lane = 0; lane < 4; ++lane) {
      store<u32>(to, 0x03020100 + 0x04040404 * lane);
      to += ((chosen >> lane) & 1) << 2;
    }
  }
}

// @ts-ignore: decorator
@inline
function pack(lanes: v128, chosen: i32): v128 {
  return i8x16.swizzle(lanes, v128.load(packings + (<usize>chosen << 4)));
}

/** Makes v.next the counts, without the symbols that came up no more; they are noted as dead. */
export function keepLiving<T>(v: Vocabulary): void {
  const living = v.living;
  const symbols = v.symbols;
  const next = v.next;
  let kept = v.counts;
  let keptSymbol = symbols;
  let dead = v.dead;
  let i = 0;
  // No branches: which symbols die cannot be foreseen. What is written for nothing is written over.
  if (sizeof<T>() == 4) {
    for (; i + 4 <= living; i += 4) {
      const counts = v128.load(place<T>(next, i));
      const four = v128.load(place<u32>(symbols, i));
      const none = i32x4.bitmask(i32x4.eq(counts, i32x4.splat(0)));
      const died = popcnt(none) << 2;
      v128.store(kept, pack(counts, none ^ 15));
      v128.store(keptSymbol, pack(four, none ^ 15));
      v128.store(dead, pack(four, none));
      kept += 16 - died;
      keptSymbol += 16 - died;
      dead += died;
    }
  }
  for (; i < living; ++i) {
    const count = load<T>(place<T>(next, i));
    const symbol = load<u32>(place<u32>(symbols, i));
    const lives = <usize>(count > <T>0);
    store<T>(kept, count);
    store<u32>(keptSymbol, symbol);
    store<u32>(dead, symbol);
    kept += lives * sizeof<T>();
    keptSymbol += lives << 2;
    dead += (1 - lives) << 2;
  }
  v.living = <i32>((keptSymbol - symbols) >> 2);
  for (let d = v.dead; d < dead; d += 4) {
    const symbol = load<u32>(d);
    store<u32>(place<u32>(v.died, symbol), v.generation);
    v.lost += load<f64>(at(v.start, symbol));
  }
}
