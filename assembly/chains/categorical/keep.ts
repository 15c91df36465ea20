import { at, Vocabulary } from "./vocabulary";

/** Makes v.next the counts, without the symbols that came up no more; they are noted as dead. */
export function keepLiving(v: Vocabulary): void {
  const living = v.living;
  const symbols = v.symbols;
  let kept = 0;
  let forgotten = 0;
  // No branches: which symbols die cannot be foreseen. What is written for nothing is written over.
  for (let i = 0; i < living; ++i) {
    const count = load<f64>(at(v.next, i));
    const symbol = load<u32>(symbols + (<usize>i << 2));
    const lives = i32(count > 0.0);
    store<f64>(at(v.counts, kept), count);
    store<u32>(symbols + (<usize>kept << 2), symbol);
    store<u32>(v.dead + (<usize>forgotten << 2), symbol);
    kept += lives;
    forgotten += 1 - lives;
  }
  v.living = kept;
  for (let i = 0; i < forgotten; ++i) {
    const symbol = load<u32>(v.dead + (<usize>i << 2));
    store<u32>(v.died + (<usize>symbol << 2), v.generation);
    v.lost += load<f64>(at(v.start, symbol));
  }
}
