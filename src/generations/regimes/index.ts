import type { RegimeName } from "../../kernels/regime.ts";
import { accumulate } from "./accumulate.ts";
import { fixed } from "./fixed.ts";
import { fresh } from "./fresh.ts";
import type { Regime } from "./regime.ts";
import { replace } from "./replace.ts";
import { subsample } from "./subsample.ts";
import { weighted } from "./weighted.ts";

/** Every regime, by name. A new one is added here and in src/kernels/regime.ts. */
export const regimes: Readonly<Record<RegimeName, Regime>> = {
  replace,
  accumulate,
  "accumulate-subsample": subsample,
  fresh,
  fixed,
  weighted,
};
