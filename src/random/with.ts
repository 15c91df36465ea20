import { invalid } from "../check/errors.ts";
import type { Stream } from "../kernels/stream.ts";
import { checkInteger } from "./check.ts";
import { childOf, type FillsFor, type GeneratorState, lend, readState, Source, streamOf } from "./source.ts";

/** Laws by their names, as methods of a generator. */
export type Laws = Readonly<Record<string, (this: Source, ...parameters: never[]) => unknown>>;

/** A generator of random numbers of some laws. */
export type GeneratorWith<L> = Source &
  L & {
    /**
     * Generators of their own, for parts of a program that should not disturb each other: each starts from a key of 128
     * bits that this one draws.
     * @param n how many, from 0 to 2^16
     */
    spawn(n: number): GeneratorWith<L>[];
  };

/** Makes generators of some laws. */
export interface GeneratorClass<G> {
  /**
   * @param seed an integer from 0 to 2^53-1, or a string (default: one of 2^32 by chance, which `seed` then tells). A
   * string is hashed (64-bit FNV-1a of its UTF-8 bytes) and never shares its numbers with an integer seed.
   * @param stream an integer from 0 to 2^53-1 (default 0). Streams of a seed are independent of each other:
   * trajectory i of `simulate({ seed, … })` draws from stream i.
   * @throws {InputError} for any other seed or stream
   */
  new (seed?: number | string, stream?: number): G;
  /**
   * A generator that goes on where another was.
   * @param state what `toJSON()` gave, also by way of JSON
   * @throws {InputError} for anything else
   */
  from(state: GeneratorState): G;
}

/** The generators that have these laws, which `fills` makes sooner than the twin where it can. */
export function generators<L extends Laws>(laws: L, fills: FillsFor): GeneratorClass<GeneratorWith<L>> {
  class Generator extends Source {
    constructor(seed?: number | string, stream?: number) {
      super(fills, seed, stream);
    }

    static from(state: GeneratorState): Generator {
      const { seed, stream } = readState(state);
      return Object.assign(generatorOf(Generator, stream), { seed });
    }

    spawn(n: number): Generator[] {
      checkInteger("n", n, 0, 2 ** 16, "an integer from 0 to 2^16");
      return Array.from({ length: n }, () => generatorOf(Generator, childOf(streamOf(this))));
    }
  }
  for (const [name, law] of Object.entries(laws)) {
    if (typeof law !== "function")
      throw invalid(`laws.${name}`, law, "a law, such as normal of lethe/random");
    Object.defineProperty(Generator.prototype, name, { value: law, writable: true, configurable: true });
  }
  return Generator as unknown as GeneratorClass<GeneratorWith<L>>;
}

/** A generator that draws from a stream of ours: those who call the library have seeds only. */
export function generatorOf<G>(made: GeneratorClass<G>, stream: Stream): G {
  return new (made as unknown as new (stream: Stream) => G)(lend(stream));
}
