import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { categorical, countTokens, ngram, sequence } from "../../dist/index.js";
import { mobyDick } from "../../dist/text/corpora.js";
import { chainOf, oneGeneration } from "./trajectories.mjs";

/** The cases that need a text: a file, or the built-in one. */
export async function textCases(file) {
  const text = file ? await read(file) : (await mobyDick()).text;
  return [...ngramCases(text), collapse(text, file ? basename(file) : "Moby-Dick")];
}

async function read(file) {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    console.error(`bench: invalid corpus: ${file} (a text file that can be read: ${error.code})`);
    return process.exit(2);
  }
}

const TOKENS = 500_000;

function ngramCases(text) {
  const options = { ...sequence(text), order: 3, samples: TOKENS };
  const written = ngram(options);
  return [
    {
      name: "n-gram generation, order 3, 500k tokens",
      unit: "token",
      units: TOKENS,
      note: "the model of the text is fitted before and not timed",
      ours: firstGeneration(options),
    },
    {
      name: "n-gram training and generation, order 3, 500k tokens",
      unit: "token",
      units: TOKENS,
      ours: oneGeneration(written, 2),
    },
  ];
}

/** Draws a text from a model that is fitted already, as nothing is observed: each call is another trajectory. */
function firstGeneration(options) {
  return (kernels) => {
    const chain = chainOf(
      kernels,
      ngram({ ...options, tokens: textAfterOne(kernels, ngram(options)) }),
      1,
      0,
    );
    const nothing = new Uint8Array(chain.reach);
    let trajectory = 0;
    return {
      call() {
        chain.start(trajectory++, 1);
        chain.advance(1, nothing);
      },
      drawn: () => chain.text(),
    };
  };
}

/** A text as long as `samples` says, to be the original of the timed chain. */
function textAfterOne(kernels, model) {
  const chain = chainOf(kernels, model, 1);
  chain.start(0, 1);
  chain.advance(1, new Uint8Array(chain.reach));
  return Array.from(chain.text());
}

/** One trajectory of a text's words until a single one is left. */
function collapse(text, title) {
  const { counts, total: tokens } = countTokens(text);
  const model = categorical({ counts });
  return {
    name: `whole collapse of ${title}, ${tokens.toLocaleString("en")} tokens`,
    unit: "collapse",
    units: 1,
    slow: true,
    ours: untilOne(model),
    numpy: (kernels) => [
      "collapse",
      { counts: [...counts], generations: generationsOf(untilOne(model)(kernels)) },
    ],
    note: "one trajectory, the same in Wasm and the twin; numpy's own is timed for at most as many generations",
  };
}

function untilOne(model) {
  return (kernels) => {
    const chain = chainOf(kernels, model, 1);
    const recorded = new Uint8Array(chain.reach).fill(1);
    let generations;
    return {
      call() {
        chain.start(0, 1);
        generations = 0;
        for (let living = 2; living > 1; generations += chain.reach) {
          living = chain.advance(chain.reach, recorded)[chain.reach - 1];
        }
      },
      drawn: () => [generations],
    };
  };
}

function generationsOf({ call, drawn }) {
  call();
  return drawn()[0];
}
