import { SIDES } from "./numbers.ts";

/** What is to be said of curves below their table: in what they differ from the laws that they are named after. */
export function lawNotes(
  curves: readonly { readonly name: string; readonly side: string; readonly note?: string | undefined }[],
): string {
  const said = curves.flatMap(({ name, side, note }) =>
    note === undefined ? [] : [`\n${SIDES[side as keyof typeof SIDES]} ${name}: its ${note}`],
  );
  return [...new Set(said)].join("");
}

/** What is to be said below a table of one trajectory beside laws of the mean. */
export const ONE_RUN = "theory is of the average: a single trajectory may lie outside";
