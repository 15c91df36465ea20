export { figureList, type Named } from "./choice.ts";
export type { Finding } from "./finding.ts";
export { type Report, type ReproduceHow, type ReproduceOptions, reproduce } from "./reproduce.ts";
export { summary, type Verdict } from "./verdict.ts";
