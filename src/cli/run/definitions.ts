import type { Checked } from "../../experiment/experiment.ts";
import { finite } from "../../show/finite.ts";
import { number, plusMinus } from "../../show/numbers.ts";
import { table, wrapped } from "../../show/table.ts";
import { type Definition, definitionObservables } from "../../simulate/definitions.ts";
import type { RunDocument } from "../../simulate/run-document.ts";

/** The same experiment, with all recorded that the definitions of collapse look at. */
export function withDefinitions(checked: Checked): Checked {
  const { experiment } = checked;
  const more = definitionObservables(experiment.model.name).filter(
    (name) => !experiment.observables.includes(name),
  );
  return { ...checked, experiment: { ...experiment, observables: [...experiment.observables, ...more] } };
}

/** The definitions for reading: a table of the verdicts, and what each of them means. */
export function definitionsText(definitions: readonly Definition[]): string {
  const rows = definitions.map(({ number: n, name, verdict, z }) => [
    `${n} ${name}`,
    verdict,
    z === null ? "" : number(z, 3),
  ]);
  const meanings = definitions.map(({ number: n, criterion, observable, values, note }) => {
    const measured = values.map(
      ({ generation, mean, standardError }) =>
        `${plusMinus(mean, standardError)} at generation ${number(generation)}`,
    );
    const looked = observable === null ? "" : ` ${[observable, measured.join(", ")].join(": ")}.`;
    return wrapped(`${n}. ${criterion}${looked}${note ? ` (${note})` : ""}`);
  });
  const verdicts = table(["<does it collapse?", "<verdict", "z"], rows);
  const tests = "z: standard errors over trajectories; yes above 2.33, no below -2.33 (alpha = 0.01 each)";
  return `${verdicts}\n\n${wrapped(tests)}\n\n${meanings.join("\n")}\n`;
}

/** The same as JSON. */
export const definitionsDocument = (
  definitions: readonly Definition[],
): NonNullable<RunDocument["definitions"]> =>
  definitions.map(({ values, z, ...rest }) => ({
    ...rest,
    values: values.map(({ generation, mean, standardError }) => ({
      ...{ generation, mean: finite(mean), standardError: finite(standardError) },
    })),
    z: finite(z),
  }));
