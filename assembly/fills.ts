// The whole interface of fills.wasm, which lethe/random loads: exports only.
import { STREAM_BYTES } from "./random/stream";

export { reserve, reset } from "./arena";
export { fillBoxMuller } from "./random/box-muller";
export { fillBinomial } from "./random/binomial";
export { fillExponential } from "./random/exponential";
export { fillBeta } from "./random/beta";
export { fillGamma } from "./random/gamma-fill";
export { fillHypergeometric } from "./random/hypergeometric";
export { multinomial } from "./random/multinomial";
export { multinomialOf } from "./random/multinomial-of";
export { fillPoisson } from "./random/poisson";
export { fillPoissonOf } from "./random/poisson-of";
export { fillNegativeBinomial, fillZipf } from "./random/trials";
export { fillIntegers, fillUniform } from "./random/uniform";
export { fillNormal } from "./random/ziggurat";

export enum Bytes {
  stream = <i32>STREAM_BYTES,
}
