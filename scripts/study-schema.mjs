// The JSON Schema of studies: that of experiments, with a list of values wherever a study may have one.

/**
 * One value, or several that are an axis; what it is stays where editors look for it.
 * @param {Record<string, unknown>} schema
 */
function listable({ description, default: preset, ...one }) {
  const several = { type: "array", items: one, minItems: 1, uniqueItems: true };
  return {
    ...(description !== undefined && { description }),
    ...(preset !== undefined && { default: preset }),
    anyOf: [one, several],
  };
}

/**
 * The same for each property of an object.
 * @param {Record<string, any>} properties
 */
const listables = (properties) =>
  Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, listable(schema)]));

/** @param {string} name @param {object} then */
const whereModelIs = (name, then) => ({
  if: {
    properties: {
      model: { type: "object", properties: { name: { const: name } }, required: ["name"] },
    },
    required: ["model"],
  },
  // biome-ignore lint/suspicious/noThenProperty: it is a word of JSON Schema
  then: { properties: then },
});

/**
 * Made from the schema of experiments.
 * @param {string} experiment
 */
export function studySchema(experiment) {
  const { $schema, title: _, properties, allOf, ...rest } = JSON.parse(experiment);
  const cases = allOf.map(({ if: { properties }, then }) => ({
    name: properties.model.properties.name.const,
    ...then.properties,
  }));
  const names = cases.map(({ name }) => name);
  const { $schema: own, model: __, regime, survival, observables, generations, ...sizes } = properties;
  const { description, ...whole } = generations;
  const perOption = { type: "string", pattern: "^\\s*\\d+(\\.\\d+)?\\s*\\*\\s*[A-Za-z]\\w*\\s*$" };
  const regimes = regime.anyOf.map((one) =>
    one.properties
      ? { ...one, properties: { ...listables(one.properties), name: one.properties.name } }
      : one,
  );
  const schema = {
    $schema,
    title: "A study of lethe",
    ...rest,
    properties: {
      $schema: own,
      model: {
        anyOf: [
          { type: "object", properties: { name: listable({ enum: names }) }, required: ["name"] },
          {
            type: "array",
            items: { anyOf: cases.map(({ model }) => model) },
            minItems: 1,
            uniqueItems: true,
          },
        ],
      },
      regime: { anyOf: [...regimes, { type: "array", items: regime, minItems: 1, uniqueItems: true }] },
      generations: listable({
        description: `${description}, or a number times an option of the model, as in "20*samples"`,
        anyOf: [whole, perOption],
      }),
      ...listables(sizes),
      survival,
      observables,
      until: { const: "over", description: "end a cell when its events have happened in all trajectories" },
      zip: {
        type: "array",
        items: { type: "array", items: { type: "string" }, minItems: 2 },
        description: "lists of options that change together",
      },
    },
    allOf: [
      ...cases.map(({ name, model, ...others }) =>
        whereModelIs(name, {
          ...others,
          model: { ...model, properties: { ...listables(model.properties), name: { const: name } } },
        }),
      ),
      // There has to be something to wait for.
      {
        if: { required: ["until"] },
        // biome-ignore lint/suspicious/noThenProperty: it is a word of JSON Schema
        then: { properties: { survival: { minItems: 1 } }, required: ["survival"] },
      },
    ],
  };
  return `${JSON.stringify(schema)}\n`;
}
