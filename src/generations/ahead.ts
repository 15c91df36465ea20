// What no fit changes is drawn for some generations at once, which the kernels do faster: for as many as there were before,
// so that a short run draws little that it does not use.

/** The most generations at once. */
const AHEAD = 16;

/** What the generations of a trajectory want of one law; generation 1 begins a new trajectory. */
export class Ahead<T> {
  readonly #made: T[] = [];

  /** That of a generation. `make` draws the next one, into what is no longer needed. */
  of(generation: number, make: (spent?: T) => T): T {
    const many = generation < AHEAD ? 2 ** (31 - Math.clz32(generation)) : AHEAD;
    const place = generation & (many - 1);
    if (place === 0) for (let i = 0; i < many; ++i) this.#made[i] = make(this.#made[i]);
    return this.#made[place];
  }
}
