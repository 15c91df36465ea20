/** How the symbols of a trajectory came and went over the counted generations, each taken together with the next one. */
export interface Absences {
  /** In how many of them each symbol was absent. */
  readonly absent: Uint32Array;
  /** In how many it was absent, and back in the next one. */
  readonly ended: Uint32Array;
  /** In how many it was there, and absent in the next one. */
  readonly lost: Uint32Array;
  /** 1 where it is absent from the last generation: nobody knows for how long. */
  readonly open: Uint8Array;
}

export interface Chain {
  /** How many trajectories it can run side by side. */
  readonly width: number;
  /** How many generations it can advance in one call. */
  readonly reach: number;
  /** The observables of `mask` at generation 0, where the chain works them out itself. */
  readonly initial?: readonly number[];
  /** Puts trajectories first, …, first + count - 1 at generation 0; count is at most `width`. */
  start(first: number, count: number): void;
  /**
   * Takes them `generations` further; `recorded[g]` is 1 where generation g of these is recorded. Returns rows
   * [trajectory][observable][generation], valid until any chain is called or made.
   */
  advance(generations: number, recorded: Uint8Array): Float64Array;
  /**
   * Whether none of them can change any more, whatever is drawn: from here on every row is the same. Left out where
   * that does not happen.
   */
  absorbed?(): boolean;
  /** Categorical: how many symbols are left in the trajectory. */
  living?(): number;
  /** Categorical: writes how often each symbol occurs in the generation reached (its weight, in generation 0). */
  counts?(out: Float64Array): void;
  /** Categorical: the generation in which each symbol died, 0 while it lives. Valid until any chain is called or made. */
  died(): Uint32Array;
  /**
   * Categorical, where it is counted when symbols are absent: of the trajectory, up to the generation reached, which is
   * then its last. Valid until any chain is called or made.
   */
  absences?(): Absences;
  /** n-gram: the text of the generation reached. Valid until any chain is called or made. */
  text?(): Uint32Array;
  /** Gives back what memory it has, where that is not left to the garbage collector. It must not be used any more. */
  free?(): void;
}
