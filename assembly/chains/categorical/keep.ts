import { at, Vocabulary } from "./vocabulary";

/** Makes v.next the counts, without the symbols that came up no more; they are noted as dead. */
export function keepLiving(v: Vocabulary): void {
  const living = v.living;
  const symbols = v.symbols;
  const next = v.next;
  let kept = v.counts;
  let keptSymbol = symbols;
  let dead = v.dead;
  // No branches: which symbols die cannot be foreseen. What is written for nothing is written over.
  for (let i = 0; i < living; ++i) {
    const count = load<f64>(at(next, i));
    const symbol = load<u32>(symbols + (<usize>i << 2));
    const lives = <usize>i32(count > 0.0);
    store<f64>(kept, count);
    store<u32>(keptSymbol, symbol);
    store<u32>(dead, symbol);
    kept += lives << 3;
    keptSymbol += lives << 2;
    dead += (1 - lives) << 2;
  }
  v.living = <i32>((keptSymbol - symbols) >> 2);
  for (let d = v.dead; d < dead; d += 4) {
    const symbol = load<u32>(d);
    store<u32>(v.died + (<usize>symbol << 2), v.generation);
    v.lost += load<f64>(at(v.start, symbol));
  }
}
