// Twin of assembly/random/box-muller.ts.
import { log } from "../../kernels/math.ts";
import type { Stream } from "../../kernels/stream.ts";
import { hasSpare, keepSpare, takeSpare } from "./stream.ts";
import { positiveUniform, uniform } from "./uniform.ts";

export function boxMuller(stream: Stream): number {
  if (hasSpare(stream)) return takeSpare(stream);
  const radius = Math.sqrt(-2 * log(positiveUniform(stream)));
  const turns = 4 * uniform(stream);
  const quarter = Math.floor(turns + 0.5);
  const t = (turns - quarter) * 1.5707963267948966;
  const z = t * t;
  const sine =
    t +
    t *
      (z *
        (-0.16666666666666666 +
          z *
            (0.008333333333330948 +
              z *
                (-0.00019841269836758574 +
                  z * (2.755731610255244e-6 + z * (-2.5051131845003624e-8 + z * 1.5918129294866608e-10))))));
  const cosine =
    1 -
    0.5 * z +
    z *
      (z *
        (0.041666666666666664 +
          z *
            (-0.0013888888888887398 +
              z *
                (2.480158729876569e-5 +
                  z * (-2.7557317271729793e-7 + z * (2.08761462684032e-9 + z * -1.1382632425521717e-11))))));
  const odd = (quarter & 1) !== 0;
  const y = odd ? cosine : sine;
  const x = odd ? sine : cosine;
  keepSpare(stream, radius * ((quarter & 2) !== 0 ? -y : y));
  return radius * (((quarter + 1) & 2) !== 0 ? -x : x);
}

export function fillBoxMuller(stream: Stream, out: Float64Array): void {
  for (let i = 0; i < out.length; ++i) out[i] = boxMuller(stream);
}
