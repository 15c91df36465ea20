import type { Setting } from "./setting.ts";

/**
 * How much further a tile has come since it was last asked, in trajectory-generations. A run that outlives all
 * symbols but one spends most of its time on a few of its generations; there, the way from the first number of
 * symbols down to one counts, on a logarithmic scale.
 */
export function pacer({ checked, chain, samples }: Setting, tile: number): (generation: number) => number {
  const { generations } = checked.experiment;
  const left = generations > 2 * samples ? chain.living : undefined;
  const whole = Math.log(left?.() ?? 1);
  let told = 0;
  return (generation) => {
    const fallen = left && whole > 0 ? 1 - Math.log(Math.max(1, left())) / whole : 0;
    // What the last symbols take is not known before they are gone.
    const done = Math.max(generation * tile, Math.floor(Math.min(0.99, fallen) * generations * tile));
    const more = Math.max(done - told, 0);
    told += more;
    return more;
  };
}
