import { categoricalCases } from "./categorical.mjs";
import { commandCases } from "./commands.mjs";
import { draws } from "./draws.mjs";
import { fills } from "./fills.mjs";
import { multivariateCases } from "./multivariate.mjs";
import { scalar } from "./scalar.mjs";
import { studyCase } from "./studies.mjs";
import { textCases } from "./text.mjs";
import { workersCase } from "./workers.mjs";

/**
 * The cases, in the order of the report. Each has a name, a `unit` that times are for and the `units` of a call, and
 * what each kind of contestant needs: `ours` or `alone`, `numpy`, `native`, `peers`; or its own `contestants`.
 */
export async function allCases({ corpus, quick, only }) {
  /** @type {any[]} */
  const cases = [
    ...fills,
    ...draws,
    ...scalar,
    ...categoricalCases(),
    ...(await textCases(corpus)),
    ...multivariateCases,
  ];
  const wanted = (name) => only.length === 0 || only.some((part) => name.includes(part));
  if (wanted("2 workers") && !quick) cases.push(await workersCase());
  cases.push(...commandCases(), studyCase());
  return cases.filter((item) => item !== undefined && wanted(item.name) && !(quick && item.slow));
}
