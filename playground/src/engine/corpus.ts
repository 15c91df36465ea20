import { categorical, type Follower, follow, theory } from "lethe";
import type { Corpus, Fate, Step, VocabularyTheory } from "./bench-data.ts";
import { chooseWords } from "./choose.ts";
import { cutterOf } from "./cut.ts";
import { Fault } from "./fault.ts";
import type { Source, Tasks } from "./protocol.ts";
import { type Counted, counted } from "./text.ts";

const SHOWN = 300;
/** An answer should not keep the reader waiting: it stops after about this many milliseconds of work. */
const SLICE = 12;

/** The text that is open, and how far it has been forgotten. */
export class OpenCorpus {
  #text: Counted | undefined;
  #shown: readonly number[] = [];
  #life: Follower | undefined;

  async open(source: Source, signal: AbortSignal, tell: (share: number) => void): Promise<Corpus> {
    const text = await counted(source, signal, tell);
    this.#text = text;
    this.#life = undefined;
    this.#shown = chooseWords(text.counts, SHOWN);
    const { tokens, words, counts, segmented, replaced } = text;
    const shown = this.#shown.map((index) => ({ word: words[index], count: counts[index], index }));
    return { tokens, types: words.length, segmented, replaced, shown };
  }

  start({ seed, generations }: Tasks["start"]["ask"]): VocabularyTheory {
    const { tokens, counts } = this.#opened();
    this.#life = follow(categorical({ counts, samples: tokens }), { seed });
    const asked = spaced(generations);
    const { lower, upper } = theory.categorical.uniqueBounds({
      weights: counts,
      samples: tokens,
      generations: asked,
      runningMinimum: true,
    });
    return { generations: asked, lower, upper };
  }

  advance({ to }: Tasks["advance"]["ask"]): Step {
    const life = this.#started();
    const unique: number[] = [];
    const began = performance.now();
    while (life.generation < to && performance.now() - began < SLICE) {
      life.advance();
      unique.push(life.unique);
    }
    const counts = life.counts();
    return {
      generation: life.generation,
      unique: Float64Array.from(unique),
      counts: Float64Array.from(this.#shown, (index) => counts[index]),
    };
  }

  fate({ word }: Tasks["fate"]["ask"]): Fate {
    const { words, counts, tokens: samples, segmented } = this.#opened();
    // Cut as the text was: “Queequeg’s” is looked up as “queequeg”.
    const parts = cutterOf(segmented).cut(word).words;
    const index = words.indexOf(parts[0] ?? "");
    if (index < 0) throw new Fault(`“${word.trim()}” is not a word of this text`);
    const { generation: now, counts: occurs } = this.#started();
    const law = { count: counts[index], samples };
    const generations = [...new Set([1, 10, 100, 1000, now])].filter((k) => k > 0).sort((a, b) => a - b);
    const lost = theory.forgetting.wrightFisherCdf({ ...law, generations });
    const quantile = (q: number) => theory.forgetting.wrightFisherQuantile({ ...law, q });
    const time = law.count === samples ? undefined : theory.forgetting.wrightFisher(law);
    return {
      word: words[index],
      parts,
      count: law.count,
      now: occurs()[index],
      generation: now,
      samples,
      survival: generations.map((generation, i) => ({ generation, probability: 1 - lost[i] })),
      quantiles: [quantile(0.1), quantile(0.5), quantile(0.9)],
      expected: time?.meanGivenLoss,
      lossProbability: time?.lossProbability ?? 0,
    };
  }

  table(): Tasks["table"]["answer"] {
    const { words, counts } = this.#opened();
    return { words, counts, now: this.#started().counts() };
  }

  #opened(): Counted {
    if (this.#text === undefined) throw new Error("no text is open");
    return this.#text;
  }

  #started(): Follower {
    if (this.#life === undefined) throw new Error("nothing has been started");
    return this.#life;
  }
}

/** Generation 0, and about 200 others, log-spaced, the last one among them. */
function spaced(last: number): number[] {
  const points = Array.from({ length: 201 }, (_, i) => Math.round(Math.exp((i / 200) * Math.log(last))));
  return [...new Set([0, ...points, last])].filter((k) => k <= last);
}
