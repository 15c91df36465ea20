import type { Command } from "commander";
import { InputError, invalid } from "../check/errors.ts";
import { option } from "./options.ts";
import type { WithShell } from "./shell.ts";

const EXAMPLES = `
The tables are those that lethe sweep wrote into DIR. Rows that differ only in
their seeds are replicates: means and probabilities are averaged, with a bar of
two standard errors; of all else the median is drawn, with a bar from the 10 %
to the 90 % quantile. A row that is alone has the bar of its own error. Rows
that differ in anything else are not put together: --where chooses among them.

Examples:
  lethe plot results --x samples --y median --colour estimator --scale log --out times.svg
  lethe plot results --x generation --y probability --colour samples --where estimator=ml --out survival.pdf
  lethe plot results --x generation --y mean --table observables --where observable=std --where samples=100`;

/** As in estimator=ml, several of which make one filter. */
function filter(text: string, before: unknown): Record<string, string> {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined) throw invalid("where", text, "column=value, as in estimator=ml");
  const others = before as Record<string, string> | undefined;
  if (others && Object.hasOwn(others, name))
    throw new InputError(`invalid where: ${name} twice (each column once)`);
  return { ...others, [name]: value };
}

const SCALES = "linear or log";

/** Adds `lethe plot`. */
export function addPlot(program: Command, withShell: WithShell): void {
  program
    .command("plot")
    .summary("a picture of a study's tables")
    .description("Draws a table of a study: one column against another, a colour for each value of a third.")
    .argument("<dir>", "the directory that lethe sweep wrote to")
    .addOption(option("--x <column>", "along the horizontal axis"))
    .addOption(option("--y <column>", "along the vertical axis"))
    .addOption(option("--colour <column>", "a colour for each of its values, up to 6"))
    .addOption(option("--where <column=value>", "only rows with this value; may be repeated", filter))
    .addOption(
      option("--table <name>", "observables, survival or times (default: the one that has the columns)"),
    )
    .addOption(option("--scale <scale>", `of both axes: ${SCALES} (default: linear)`))
    .addOption(option("--x-scale <scale>", "of the horizontal axis (default: --scale)"))
    .addOption(option("--y-scale <scale>", "of the vertical axis (default: --scale)"))
    .addOption(option("--width <length>", "in mm, cm, in or px (default: 85mm)"))
    .addOption(option("--height <length>", "the same (default: four fifths of the width)"))
    .addOption(option("--font <name>", "the font that an SVG names (default: DejaVu Sans)"))
    .addOption(option("--title <text>", "a line above the picture"))
    .addOption(
      option("--out <file>", "a file .svg, .png, .pdf or .vl.json (default: an SVG on standard output)"),
    )
    .addHelpText("after", EXAMPLES)
    .action((directory: string, flags: Record<string, unknown>) =>
      withShell(async (shell) => {
        const { plotStudy } = await import("./plot/action.ts");
        await plotStudy(directory, flags, shell);
      }),
    );
}
