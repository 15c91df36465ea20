import { kernels } from "../backend.ts";
import type { Stream } from "../kernels/stream.ts";
import { laws } from "./laws.ts";
import { type GeneratorClass, type GeneratorWith, generators, generatorOf as made } from "./with.ts";

/**
 * Seeded random numbers: the same seed gives the same bits on every machine, in Node and in browsers, in
 * WebAssembly and without it.
 *
 * Each sampler draws one number, or fills an array given as its last argument and returns it: a `Float64Array` or
 * `Float32Array`, of whole numbers also an array of integers of up to 32 bits. A filled array holds just what as many
 * single draws would have given. Filling is the fast way. Names and the order of parameters are numpy's.
 *
 * The numbers come from four lanes of xoshiro128++ (Blackman & Vigna 2021, https://doi.org/10.1145/3460772) started
 * by Philox4x32-10 (Salmon et al. 2011, https://doi.org/10.1145/2063384.2063405) from the seed and the stream.
 *
 * @example
 * const rng = new Generator(42);
 * rng.normal();                        // one standard normal
 * rng.normal(new Float64Array(1e6));   // a million
 */
export const Generator: GeneratorClass<Generator> = /* @__PURE__ */ generators(laws, kernels);
export interface Generator extends GeneratorWith<typeof laws> {}

/** A generator that draws from a stream of ours. */
export const generatorOf = (stream: Stream): Generator => made(Generator, stream);
