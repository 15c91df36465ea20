/**
 * Writes docs/options.md from the built library: every option of every model, of data regimes and of experiments, with its
 * range and default. `node scripts/options.mjs`
 */
import { writeFileSync } from "node:fs";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { experimentSchema } from "../dist/experiment/experiment.js";
import { regimeSchema } from "../dist/experiment/regime.js";
import { describeModels, describeOptions } from "../dist/models/describe.js";

const HEAD = `# Options, their ranges and defaults

Written by \`node scripts/options.mjs\` from the schemas that check them: \`describeModels()\` returns the same as data. On the
command line \`topK\` is \`--top-k\`. What an option does in full is on the page of its model, and beside its name in the
reference. Anything outside of its range is an error that names the option, the value and the range.`;

/** @param {number} x */
function number(x) {
  if (x === Number.MAX_SAFE_INTEGER) return "2^53−1";
  const power = Math.log10(Math.abs(x));
  if (Math.abs(power) > 5 && Number.isInteger(power))
    return `${x < 0 ? "−" : ""}10^${String(power).replace("-", "−")}`;
  return x.toLocaleString("en-US", { maximumFractionDigits: 20 }).replace("-", "−");
}

const KINDS = {
  ...{ integer: "an integer", number: "a number", choice: "a choice", text: "a text" },
  ...{ list: "a list", object: "an object" },
};

/** @param {import("../dist/index.js").OptionDescription} option */
function rangeOf({ name, kind, choices, allowed, minimum, exclusiveMinimum, maximum, exclusiveMaximum }) {
  // No schema of words and numbers says which numbers.
  if (name === "seed") return "an integer from 0 to 2^53−1, or a text";
  if (allowed) return allowed.replaceAll(/"[a-z]+"/g, (word) => `\`${word}\``);
  if (choices) return choices.map((choice) => `\`"${choice}"\``).join(", ");
  const isOpen = exclusiveMinimum !== undefined;
  const from = isOpen
    ? ` above ${number(exclusiveMinimum)}`
    : minimum !== undefined
      ? ` from ${number(minimum)}`
      : "";
  const to =
    exclusiveMaximum !== undefined
      ? `, below ${number(exclusiveMaximum)}`
      : maximum !== undefined
        ? `${isOpen ? ", at most" : " to"} ${number(maximum)}`
        : "";
  return `${KINDS[kind]}${from}${to}`;
}

/** @param {import("../dist/index.js").OptionDescription} option */
const byDefault = ({ required, default: value }) =>
  required ? "required" : ["number", "string"].includes(typeof value) ? `\`${JSON.stringify(value)}\`` : "";

/** @param {readonly import("../dist/index.js").OptionDescription[]} options */
const table = (options) =>
  [
    "| option | what it is | range | default |",
    "|---|---|---|---|",
    ...options.map(
      (option) =>
        `| \`${option.name}\` | ${option.description.replaceAll("|", "\\|")} | ${rangeOf(option)} | ${byDefault(option)} |`,
    ),
  ].join("\n");

/** The page, as Markdown. */
export function optionsPage() {
  const models = describeModels().map(({ name, options, oneOf }) => {
    const one = oneOf ? `\nExactly one of ${oneOf.map((option) => `\`${option}\``).join(", ")}.\n` : "";
    return `## ${name}\n\n[What it is](models/${name}.md)\n${one}\n${table(options)}`;
  });
  const regimes = `## Data regimes\n\n[What they are](regimes.md). \`name\` is the name of the regime, \`--regime\` on the command line.\n\n${table(describeOptions(regimeSchema))}`;
  const experiments = `## Experiments\n\nBesides \`model\` and \`regime\`. [Which generations \`record\` keeps](theory.md#which-generations-are-asked-about).\n\n${table(describeOptions(experimentSchema).filter(({ description }) => description))}`;
  return `${[HEAD, ...models, regimes, experiments].join("\n\n")}\n`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(new URL("../docs/options.md", import.meta.url), optionsPage());
}
