import * as v from "valibot";
import { parse } from "../check/schema.ts";

/** How many workers to use: as many as there are CPUs to use, or a number of them. */
export type Workers = "auto" | number;

const MOST = 512;
const allowed = `"auto" or an integer from 1 to ${MOST}`;

export const workersSchema = v.custom<Workers>(
  (value) =>
    value === "auto" || (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MOST),
  allowed,
);

/** Checks the option where it stands alone. */
export function checkWorkers(workers: unknown): Workers {
  return parse(v.strictObject({ workers: workersSchema }), { workers }).workers;
}
