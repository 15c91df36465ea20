import type { TheoryCurve } from "../models/model.ts";
import { type NgramModel, ngram } from "../models/ngram.ts";
import type { Ngrams } from "../papers/index.ts";
import { counted, number } from "../show/numbers.ts";
import { plural } from "../show/plural.ts";
import { simulate } from "../simulate/simulate.ts";
import { sentences } from "../text/sentences.ts";
import { sequence } from "../text/sequence.ts";
import { wordTypes } from "../text/types.ts";
import { survivalBounds } from "../theory/bernoulli.ts";
import type { Comparison, Context, Corpus, Finding } from "./finding.ts";
import { how, partOf, stopwatch } from "./run.ts";
import {
  BANDS,
  type Series,
  series,
  seriesCsv,
  seriesFigure,
  seriesTable,
  seriesVerdicts,
} from "./series.ts";

/** Writes the corpus anew with n-gram models of several orders: what share of its types is left. */
export async function runNgrams(paper: Ngrams, context: Context): Promise<Finding[]> {
  const elapsed = stopwatch();
  const { corpus } = context;
  const trajectories = context.trajectories(paper);
  const text = paper.rule === "documents" ? inSentences(corpus, Math.max(...paper.orders)) : inWords(corpus);
  const orders = paper.orders.filter((order) => order <= text.longest);
  const list: Series[] = [];
  const experiments: object[] = [];
  for (const [i, order] of orders.entries()) {
    // A unigram model knows of no documents: in both figures it is the multinomial one of the paper's notebook.
    const { ends, ...unbroken } = text.given;
    const model = ngram(order === 1 ? { ...unbroken, order } : { ...text.given, order, rule: paper.rule });
    const part = partOf(context, i, orders.length);
    list.push(series(`order ${order}`, await typesLeft(model, paper.generations, trajectories, part)));
    const { generations } = paper;
    experiments.push({ model: summarised(model, corpus), generations, trajectories, seed: context.seed });
  }
  return [
    {
      name: paper.name,
      title: paper.title,
      caption: paper.caption,
      differs: paper.differs,
      legend: BANDS.replace(
        "%",
        `mean over the ${trajectories} ${plural(trajectories, "trajectory")}, few as they are`,
      ),
      figure: seriesFigure(paper, list, { scale: paper.scale }),
      verdicts: seriesVerdicts(list),
      remarks: [
        ...text.remarks,
        ...paper.orders
          .filter((order) => order > text.longest)
          .map((order) => `Order ${order} is left out: the text is too short for it.`),
      ],
      table: seriesTable(list),
      csv: seriesCsv(list),
      trajectories,
      experiment: experiments,
      seconds: elapsed(),
    },
  ];
}

/** What `ngram()` needs of a text, the highest order that it can have, and what there is to say of it. */
interface Text {
  readonly given: Pick<Parameters<typeof ngram>[0], "tokens" | "words" | "ends" | "types">;
  readonly longest: number;
  readonly remarks: readonly string[];
}

/** As the paper's script reads it. */
function inSentences(corpus: Corpus, highest: number): Text {
  const { tokens, words, ends } = sentences(corpus.text);
  const types = wordTypes(words);
  const lengths = Array.from(ends, (end, i) => end - (i > 0 ? ends[i - 1] : 0));
  // A text of nothing but punctuation: let that be counted.
  const given = { tokens, words, ends, ...(types.some((of) => of.length > 0) && { types }) };
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0) + 1;
  const short = lengths.filter((length) => length < highest - 1).length;
  const remark = `${textOf(corpus)}: ${counted(tokens.length, "token")} in ${counted(ends.length, "sentence")}, of which ${number(short)} ${short === 1 ? "is" : "are"} too short for order ${highest}.`;
  return { given, longest: Math.min(longest, tokens.length), remarks: [remark] };
}

/** Word by word, as the other figures of the corpus. */
function inWords(corpus: Corpus): Text {
  const { tokens, words } = sequence(corpus.text, { tokenizer: corpus.tokenizer });
  const remark = `${textOf(corpus)}: ${counted(tokens.length, "word")}, ${number(words.length)} of them different.`;
  return { given: { tokens, words }, longest: tokens.length, remarks: [remark] };
}

const textOf = ({ name, whole }: Corpus): string =>
  whole ? `The corpus: ${name}` : `The beginning of the corpus, ${name}`;

/** The share of types left, and Corollary 1 where each token is drawn on its own. */
async function typesLeft(
  model: NgramModel,
  generations: number,
  trajectories: number,
  context: Context,
): Promise<Comparison> {
  const { seed } = context;
  const run = await simulate(
    { model, generations, trajectories, seed, observables: ["unique"] },
    how(context),
  );
  const { mean, standardError } = run.observable("unique");
  const [types] = mean;
  return {
    quantity: "share of the types that is left",
    over: "generation",
    at: run.generations,
    measured: mean.map((value) => value / types),
    standardError: standardError.map((value) => value / types),
    trajectories,
    step: 1 / types,
    theory: model.order === 1 ? corollary(model, run.generations, types) : [],
  };
}

/**
 * Corollary 1 for types: some tokens count as two, and some types stand for several tokens. Each is a Bernoulli model
 * all the same, whose p is the share of tokens that count as it, so that Theorem 1 can be summed over them.
 */
function corollary(
  { tokens, samples, types }: NgramModel,
  at: readonly number[],
  all: number,
): TheoryCurve[] {
  const counts = new Map<number, number>();
  for (const token of tokens)
    for (const type of types?.[token] ?? [token]) counts.set(type, (counts.get(type) ?? 0) + 1);
  // Few counts are shared by many types.
  const classes = new Map<number, number>();
  for (const count of counts.values()) classes.set(count, (classes.get(count) ?? 0) + 1);
  const sum = (generation: number, side: "upper" | "lower") =>
    [...classes].reduce((total, [count, many]) => {
      const bounds = survivalBounds({ p: count / tokens.length, samples, generation });
      return total + (many * bounds[side]) / all;
    }, 0);
  return (["upper", "lower"] as const).map((side) => ({
    name: "Corollary 1",
    side,
    values: Float64Array.from(at, (generation) => sum(generation, side)),
  }));
}

/** The model without its text, which the corpus gives again. */
function summarised({ tokens, words, ends, types, ...options }: NgramModel, { name, whole }: Corpus): object {
  const from = whole ? name : `the beginning of ${name}`;
  return { ...options, tokens: `the ${tokens.length} of ${from}` };
}
