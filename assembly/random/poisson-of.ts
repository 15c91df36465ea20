// Poisson variates of many means, which mostly have no table of their own: a variate of the whole part of the mean, from
// its table, and one of the rest: of a variate of mean 1 each unit is kept with a chance as large as the rest.
import { poisson } from "./poisson";
import { buildPoissonTables, TABLED, tabledPoisson } from "./poisson-table";
import { word } from "./stream";
import { RARE, uniform } from "./uniform";

/** Replaces every weight in numbers[0..count) by a variate of mean scale * weight. */
export function fillPoissonOf(s: usize, scale: f64, numbers: usize, count: i32): void {
  buildPoissonTables();
  for (const end = numbers + (<usize>count << 3); numbers < end; numbers += 8) {
    const mean = scale * load<f64>(numbers);
    const whole = floor(mean);
    if (mean >= RARE && whole <= TABLED) {
      let count = whole > 0.0 ? tabledPoisson(whole, word(s)) : 0;
      for (let units = tabledPoisson(1.0, word(s)); units > 0; --units) count += i32(uniform(s) < mean - whole);
      store<f64>(numbers, <f64>count);
    } else store<f64>(numbers, poisson(s, mean));
  }
}
