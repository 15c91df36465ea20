import { finite, finites } from "../../show/finite.ts";
import { jsonText } from "../../show/json.ts";
import { lawNotes } from "../../show/law-notes.ts";
import { chance, number, SIDES } from "../../show/numbers.ts";
import { table, wrapped } from "../../show/table.ts";
import { version } from "../../version.ts";
import type { Flags } from "../flags.ts";
import type { Shell } from "../shell.ts";
import type { Sheet, SheetCurve } from "./sheet.ts";
import { sheetOf } from "./sheets.ts";

/** `lethe theory`: prints what is known without a simulation. */
export async function theory(what: string, flags: Flags, shell: Shell): Promise<void> {
  const sheet = sheetOf(what, flags);
  shell.print(flags.json ? jsonText(documentOf(sheet)) : sheetText(sheet));
}

function documentOf({ given, generations, curves, numbers }: Sheet): object {
  return {
    lethe: version,
    ...given,
    generations,
    curves: curves.map((curve) => ({ ...curve, values: finites(curve.values) })),
    numbers: numbers.map(({ name, value }) => ({ name, value: finite(value) })),
  };
}

function sheetText({ title, generations, curves, numbers }: Sheet): string {
  const tables = new Map<string, SheetCurve[]>();
  for (const curve of curves) tables.set(curve.of, [...(tables.get(curve.of) ?? []), curve]);
  const parts = [...tables].map(([of, group]) => `${of}\n${curvesText(generations, group)}`);
  const facts = table(
    ["<", ""],
    numbers.map(({ name, value }) => [name, number(value)]),
  );
  return `${[wrapped(title), ...parts, ...(numbers.length > 0 ? [facts.trimStart()] : [])].join("\n\n")}\n`;
}

function curvesText(generations: readonly number[], curves: readonly SheetCurve[]): string {
  const shown = ({ of, side }: SheetCurve, value: number): string =>
    of.startsWith("Pr(") && side !== "parameter" ? chance(value) : number(value);
  const shownTable = table(
    [
      "generation",
      ...curves.map(({ name, side }) => (side === "parameter" ? name : `${SIDES[side]} ${name}`)),
    ],
    generations.map((k, i) => [number(k), ...curves.map((curve) => shown(curve, curve.values[i]))]),
  );
  return `${shownTable}${lawNotes(curves)}`;
}
