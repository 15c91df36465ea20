// Twin of assembly/chains/trajectory.ts.
import type { Stream } from "../../kernels/stream.ts";

/** A trajectory of a model with few parameters: its stream, and numbers of the model's own. */
export interface Trajectory {
  readonly stream: Stream;
  readonly values: [number, number, number];
}
