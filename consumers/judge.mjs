import { deepStrictEqual } from "node:assert";

/** Throws where an answer of app/answers.js is not that of Node. Threads are what the host is to have for each of the two runs. */
export function judge(answer, expected, threads = [1, 2]) {
  if (answer?.error) throw new Error(answer.error);
  deepStrictEqual({ ...answer }, { ...expected, threads });
}

/** Throws where something does not fail with these words: what docs/hosts.md says of it would then be wrong. */
export async function refused(make, words) {
  const error = await make().then(
    () => new Error("it goes well: docs/hosts.md says that it does not"),
    (thrown) => thrown,
  );
  if (!error.message.includes(words)) throw error;
}
