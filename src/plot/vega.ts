import { InputError } from "../check/errors.ts";
import { pictures } from "../version.ts";

interface Drawing {
  readonly vega: typeof import("vega");
  readonly compile: typeof import("vega-lite").compile;
}

/**
 * What draws. It is half a second to load, and only needed by those who draw: npm leaves it out under `--omit=optional`.
 * @throws {InputError} where it is not installed
 */
export async function loadVega(): Promise<Drawing> {
  try {
    const [vega, { compile }] = await Promise.all([import("vega"), import("vega-lite")]);
    return { vega, compile };
  } catch (error) {
    if ((error as { code?: unknown }).code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new InputError(`pictures need packages that are not installed: npm install ${pictures}`);
  }
}
