const STRANGER = "notAnOption";
const REFUSAL = new RegExp(`^unknown option: ${STRANGER} \\((?:one of|only) (.*)\\)$`);
const BLAMED = /^invalid (\w+)/;

/**
 * Learns what options a function takes, from its own errors: for each parameter the names of all options and of those
 * that it cannot do without, or nothing where it is no bag of options.
 */
export async function learnOptions(target, plausible) {
  const options = [];
  for (const [i] of target.parameters.entries()) options.push(await optionsAt(target, i, plausible));
  return { ...target, options };
}

async function optionsAt({ call, parameters }, i, plausible) {
  const before = parameters.slice(0, i).map((name) => plausible[name] ?? [undefined]);
  const tries = Math.max(1, ...before.map((values) => values.length));
  for (let t = 0; t < tries; ++t) {
    const ask = (bag) =>
      messageOf(() => call(...before.map((values) => values[t % values.length]?.make()), bag));
    const all = REFUSAL.exec(await ask({ [STRANGER]: 1 }))?.[1].split(", ");
    if (all) return { all, required: await requiredOf(all, ask, plausible) };
  }
  return undefined;
}

/** Gives one option after the other that is said to be missing, and another value where one is said to be wrong. */
async function requiredOf(all, ask, plausible) {
  const bag = {};
  for (let t = 0; t < 10 * all.length; ++t) {
    const blamed = BLAMED.exec(await ask({ ...bag }))?.[1] ?? "";
    if (!all.includes(blamed)) break;
    const values = plausible[blamed] ?? plausible.other;
    bag[blamed] = values[t % values.length].make();
  }
  return Object.keys(bag);
}

async function messageOf(call) {
  try {
    await call();
    return "";
  } catch (error) {
    return error?.message;
  }
}
