import type { Paper } from "./experiment.ts";
import { gerstgrasser } from "./gerstgrasser.ts";
import { heXuCheng } from "./he-xu-cheng.ts";
import { kanabarGastpar } from "./kanabar-gastpar.ts";
import { kazdan } from "./kazdan.ts";
import { suresh } from "./suresh.ts";
import { wangNiuLi } from "./wang-niu-li.ts";

export type {
  Claim,
  Collapse,
  Errors,
  Estimators,
  Fits,
  Lifetimes,
  Line,
  MedianTimes,
  MultivariateQuantity,
  Ngrams,
  Paper,
  PaperExperiment,
  Paths,
  Quantity,
  SurvivalCurve,
  Sweep,
  UntilOne,
  Vocabulary,
} from "./experiment.ts";

/** Every paper as data: the parameters of its experiments, and what to look for. The first is the default. */
export const papers: readonly [Paper, ...Paper[]] = [
  suresh,
  kazdan,
  gerstgrasser,
  heXuCheng,
  wangNiuLi,
  kanabarGastpar,
];
