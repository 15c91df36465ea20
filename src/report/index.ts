export { figureList, type Named, paperOf } from "./choice.ts";
export type { Finding, Verdict } from "./finding.ts";
export { type Report, type ReproduceHow, type ReproduceOptions, reproduce } from "./reproduce.ts";
export { summary } from "./verdict.ts";
