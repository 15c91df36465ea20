// The whole interface of lethe.wasm: exports only.
export { reserve, reset } from "./arena";
export { bernoulli } from "./chains/bernoulli";
export { categorical } from "./chains/categorical";
export { gaussian } from "./chains/gaussian";
export { mixture } from "./chains/mixture";
export { ngram, ngramBegin, ngramStart } from "./chains/ngram";
export { poisson } from "./chains/poisson";
export { startTrajectories } from "./chains/state";
export { exp, log, logComplement } from "./math";
export { fillBinomial } from "./random/binomial";
export { fillGamma } from "./random/gamma-fill";
export { multinomial } from "./random/multinomial";
export { fillNormal } from "./random/normal";
export { philox } from "./random/philox";
export { fillPoisson } from "./random/poisson";
export { startStream } from "./random/stream";
export { fillIntegers, fillUniform } from "./random/uniform";
export { addRow, prefixSums, suffixSums, sum } from "./sums/sums";
