// JSON Schemas: of experiment files, by which editors help to write them, made from the schemas that check them; and of runs.
import { toJsonSchema } from "@valibot/to-json-schema";

/** @type {import("@valibot/to-json-schema").ConversionConfig} */
const config = {
  // What a function checks is said in the metadata beside it. Of words or a function a file can only have the words.
  overrideSchema({ valibotSchema }) {
    const { type, options } = /** @type {{ type: string, options?: any[] }} */ (valibotSchema);
    if (type === "custom") return {};
    return options?.at(-1)?.type === "custom" ? convert(options[0]) : undefined;
  },
  overrideAction({ valibotAction, jsonSchema }) {
    const { metadata } = /** @type {{ metadata?: { items?: any, inside?: any, or?: any } }} */ (
      valibotAction
    );
    const { inside, items, or, ...rest } = /** @type {Record<string, unknown>} */ (jsonSchema);
    if (metadata?.or)
      return { ...rest, anyOf: [convert(metadata.or), { type: "array", items: convert(metadata.items) }] };
    if (metadata?.items) return { ...rest, type: "array", items: convert(metadata.items) };
    return metadata?.inside && { ...rest, ...convert(metadata.inside) };
  },
};

function convert(schema) {
  const { $schema: _, ...converted } = toJsonSchema(schema, config);
  return converted;
}

/** Of a model: its options, of which a file has to give the name. */
function modelSchema(name, { schema, oneOf }) {
  const { properties, required, ...rest } = convert(schema);
  const either = oneOf && { oneOf: oneOf.map((option) => ({ required: [option] })) };
  return {
    ...rest,
    properties: { ...properties, name: { const: name } },
    required: ["name", ...(required ?? [])],
    ...either,
  };
}

/** What a certain model says of an experiment. */
function caseOf(name, definition, operators) {
  const observables = [...definition.observables, ...(definition.derived ?? [])];
  const pattern = `^\\s*(${observables.join("|")})\\s*(${operators.join("|")})[^<>=!]+$`;
  return {
    if: { properties: { model: { properties: { name: { const: name } }, required: ["name"] } } },
    // biome-ignore lint/suspicious/noThenProperty: it is a word of JSON Schema
    then: {
      properties: {
        model: modelSchema(name, definition),
        survival: { items: { pattern } },
        observables: { items: { enum: observables }, uniqueItems: true },
      },
    },
  };
}

/**
 * A regime is its name, where that is all it needs, or an object with what it needs.
 * @param {Record<string, any>} [properties]
 * @param {Record<string, readonly (readonly string[])[]>} [needs]
 */
function regimeCases({ growth, ...properties } = {}, needs = {}) {
  const names = Object.keys(needs).filter((name) => needs[name][0].length === 0);
  const objects = Object.entries(needs).flatMap(([name, lists]) =>
    lists.map((list) => ({
      type: "object",
      properties: {
        name: { const: name },
        ...Object.fromEntries(list.map((option) => [option, properties[option]])),
        growth,
      },
      required: ["name", ...list],
      additionalProperties: false,
    })),
  );
  return [{ enum: names }, ...objects];
}

/** A model of one's own; the names are those that the output of `lethe run --json` has besides. */
const MODULE = {
  properties: {
    module: {
      type: "string",
      description: "where the module is that exports the model: a URL, or relative to the file",
    },
    options: { type: "object", description: "for the function that it exports" },
    name: { type: "string" },
    observables: { type: "array", items: { type: "string" } },
  },
  required: ["module"],
  additionalProperties: false,
};

/** The schema as JSON; the modules are those that were built. */
export async function experimentSchema() {
  const { experimentSchema } = await import("../dist/experiment/experiment.js");
  const { definitionNamed, modelNames } = await import("../dist/models/index.js");
  const { NEEDS, regimeSchema } = await import("../dist/experiment/regime.js");
  const { OPERATORS } = await import("../dist/kernels/tiles.js");
  const { properties, required, ...rest } = convert(experimentSchema);
  const model = {
    type: "object",
    if: { required: ["module"] },
    // biome-ignore lint/suspicious/noThenProperty: it is a word of JSON Schema
    then: MODULE,
    else: { properties: { name: { enum: modelNames } }, required: ["name"] },
  };
  const regime = { anyOf: regimeCases(convert(regimeSchema).properties, NEEDS) };
  const schema = {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "An experiment of lethe",
    ...rest,
    properties: { ...properties, model, regime },
    required: ["model", ...(required ?? [])],
    allOf: modelNames.map((name) => caseOf(name, definitionNamed(name), OPERATORS)),
  };
  return `${JSON.stringify(schema, null, 1)}\n`;
}

/** That of what `lethe run --json` prints. */
export async function runSchema() {
  const { runSchema } = await import("../dist/simulate/run-schema.js");
  const schema = { title: "A run of lethe", ...convert(runSchema) };
  return `${JSON.stringify({ $schema: "http://json-schema.org/draft-07/schema#", ...schema }, null, 1)}\n`;
}
