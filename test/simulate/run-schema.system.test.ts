// What a run gives as JSON is of the form that its JSON Schema says.
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, it } from "vitest";
import { simulate } from "../../src/index.ts";
import { experiments } from "./experiments.ts";

const schema = JSON.parse(readFileSync(new URL("../../dist/run.schema.json", import.meta.url), "utf8"));
const validate = new Ajv({ strictTypes: false, allErrors: true }).compile(schema);

it.each(experiments)("%s", async (_, experiment) => {
  const run = await simulate({ ...experiment, trajectories: 3 });
  const document = JSON.parse(JSON.stringify(run));
  expect(validate(document) ? [] : validate.errors).toEqual([]);
  // It tells a document of another form.
  expect(validate({ ...document, generations: "all" })).toBe(false);
});
