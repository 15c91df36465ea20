// The whole interface of lethe.wasm: exports only.
export { reserve, reset } from "./arena";
export { exp, log, logComplement } from "./math";
export { philox } from "./random/philox";
export { startStream } from "./random/stream";
export { fillIntegers, fillUniform } from "./random/uniform";
export { fillNormal } from "./random/normal";
export { fillBinomial, fillGamma, fillPoisson } from "./random/fill";
export { multinomial } from "./random/multinomial";
export { addRow, prefixSums, suffixSums, sum } from "./sums/sums";
export { startTrajectories } from "./chains/state";
export { bernoulli } from "./chains/bernoulli";
export { poisson } from "./chains/poisson";
export { gaussian } from "./chains/gaussian";
export { categorical } from "./chains/categorical";
