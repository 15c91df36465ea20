// A training set of standard normals, drawn one by one.
import { fillZiggurat } from "../random/ziggurat";
import { meanOf, squaresFrom } from "../sums/lanes";

/** Numbers in a burst, which stays in the processor's nearest cache. */
export const BURST = 256;

/** What sumSquares() leaves: the mean. */
export let zBar: f64 = 0.0;

/**
 * Draws n standard normals: leaves their mean in zBar, returns the sum of squared deviations from it. Each burst is
 * summed in two passes and joined to those before it (Chan, Golub & LeVeque 1983).
 */
export function sumSquares(s: usize, n: i32, z: usize): f64 {
  let mean = 0.0;
  let squares = 0.0;
  for (let done = 0; done < n; ) {
    const burst = min(BURST, n - done);
    const end = z + ((<usize>burst) << 3);
    fillZiggurat(s, z, burst);
    const burstMean = meanOf(z, end);
    const burstSquares = squaresFrom(z, end, burstMean);
    if (burst == n) {
      zBar = burstMean;
      return burstSquares;
    }
    const total = <f64>(done + burst);
    const shift = burstMean - mean;
    squares += burstSquares + shift * shift * ((<f64>done * <f64>burst) / total);
    mean += shift * (<f64>burst / total);
    done += burst;
  }
  zBar = mean;
  return squares;
}
