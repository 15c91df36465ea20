// How models are sampled from, and what that makes of them.
export { type DecodeOptions, decode, iterate } from "./iterate.ts";
export type { DecodingRule } from "./rule.ts";
export {
  type TwoSymbolFate,
  type TwoSymbolOptions,
  twoSymbolFate,
  twoSymbolSurvival,
} from "./two-symbols.ts";
