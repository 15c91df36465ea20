// Calls of the API: which one, and what comes of it.
import { argumentsFor } from "./arguments.mjs";
import { functionsOf, methodsOf } from "./functions.mjs";
import { judgeError, judgeResult } from "./judge.mjs";
import { learnOptions } from "./options.mjs";
import { plausibleOf } from "./plausible.mjs";
import { randomOf } from "./random.mjs";

/** How many calls of methods follow from one result. */
const MOST_METHODS = 3;
/** Methods of what a method returned, and so on. */
const DEPTH = 3;

/**
 * Makes ready to call all that there is, or what begins with `only`, except for what is in `skip`; `tell` hears of each
 * call before it is made.
 */
export async function callsOf(api, { seed, only = "", skip = [], tell = () => {} }) {
  const plausible = plausibleOf(api);
  const targets = [];
  for (const target of functionsOf(api)) {
    if (target.path.startsWith(only)) targets.push(await learnOptions(target, plausible));
  }
  const make = async (number) => {
    const context = { api, plausible, random: randomOf(seed, number), tell, skip };
    return callWith(context.random.pick(targets), context, { place: "", depth: 0, root: undefined });
  };
  return { targets, make };
}

/**
 * Makes one call, and some of the methods of what it returns.
 * @returns what came of each: `{ text, path, outcome, error }`
 */
async function callWith(target, context, { place, depth, root }) {
  const { api, plausible, random } = context;
  const path = `${place}${target.path}`;
  if (context.skip.includes(path)) return [];
  const { texts, values } = argumentsFor(target, random, plausible);
  const text = `${path}(${texts.join(", ")})`;
  context.tell(path, text);
  const outcomes = [];
  try {
    const result = await target.call(...values);
    const first = depth === 0 ? result : root;
    const offences = judgeResult(path, result, first);
    for (const outcome of offences.length > 0 ? offences : ["result"]) outcomes.push({ text, path, outcome });
    const methods = depth < DEPTH && isObject(result) && !isPlainList(result) ? methodsOf(result) : [];
    for (let i = Math.min(methods.length, random.below(MOST_METHODS + 1)); i > 0; --i) {
      const next = { place: `${path}().`, depth: depth + 1, root: first };
      const followed = await callWith(random.pick(methods), context, next);
      outcomes.push(...followed.map((one) => ({ ...one, text: `${text} . ${one.text}` })));
    }
  } catch (error) {
    outcomes.push({ text, path, outcome: judgeError(error, api), error });
  }
  return outcomes;
}

const isObject = (value) => typeof value === "object" && value !== null;
const isPlainList = (value) => Array.isArray(value) || ArrayBuffer.isView(value);
