import type * as AllLaws from "../laws/index.ts";

/** So many answers are remembered, of questions of so many letters at most: some megabytes. */
const ANSWERS = 256;
const LETTERS = 20_000;

/** The laws, asked once where cells differ in what theory does not know, such as the seed. */
export function remembering(laws: typeof AllLaws): typeof AllLaws {
  const answers = new Map<string, unknown>();
  const once =
    <Setup extends { readonly model: unknown; readonly regime: unknown }, Rest extends unknown[], T>(
      name: string,
      ask: (setup: Setup, ...rest: Rest) => T,
    ) =>
    (setup: Setup, ...rest: Rest): T => {
      const question = JSON.stringify([name, setup.model, setup.regime, rest]);
      if (answers.has(question)) return answers.get(question) as T;
      const answer = ask(setup, ...rest);
      if (question.length > LETTERS) return answer;
      const [oldest] = answers.keys();
      if (answers.size === ANSWERS && oldest !== undefined) answers.delete(oldest);
      answers.set(question, answer);
      return answer;
    };
  return {
    ...laws,
    meanTheory: once("mean", laws.meanTheory),
    survivalTheory: once("survival", laws.survivalTheory),
    timeTheory: once("time", laws.timeTheory),
  };
}
