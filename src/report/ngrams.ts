import type { NgramModel } from "../models/ngram/model.ts";
import { ngram } from "../models/ngram.ts";
import type { Ngrams } from "../papers/index.ts";
import { plural } from "../plural.ts";
import { counted, number } from "../show/numbers.ts";
import { simulate } from "../simulate/simulate.ts";
import { sentences } from "../text/sentences.ts";
import { sequence } from "../text/sequence.ts";
import { wordTypes } from "../text/types.ts";
import type { Comparison, Context, Corpus, Finding } from "./finding.ts";
import { atLast } from "./remarks.ts";
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
import { vocabularyComparison } from "./vocabulary.ts";

/** Writes the corpus again with n-gram models of several orders: what share of its types is left. */
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
        ...list.map((one) => atLast(one, one.label)),
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
interface Material {
  readonly given: Pick<Parameters<typeof ngram>[0], "tokens" | "words" | "ends" | "types">;
  readonly longest: number;
  readonly remarks: readonly string[];
}

/** As the paper's script reads it. */
function inSentences(corpus: Corpus, highest: number): Material {
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
function inWords(corpus: Corpus): Material {
  const { tokens, words } = sequence(corpus.text, { tokenizer: corpus.tokenizer });
  const remark = `${textOf(corpus)}: ${counted(tokens.length, "word")}, ${number(words.length)} of them different.`;
  return { given: { tokens, words }, longest: tokens.length, remarks: [remark] };
}

const textOf = ({ name, whole }: Corpus): string =>
  whole ? `The corpus: ${name}` : `The beginning of the corpus, ${name}`;

/** The share of types left. */
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
  return { ...vocabularyComparison(run), quantity: "share of the types that is left" };
}

/** The model without its text, which the corpus gives again. */
function summarised({ tokens, words, ends, types, ...options }: NgramModel, { name, whole }: Corpus): object {
  const from = whole ? name : `the beginning of ${name}`;
  return { ...options, tokens: `the ${tokens.length} of ${from}` };
}
