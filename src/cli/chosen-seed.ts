import { isSeed, randomSeed } from "../seed.ts";
import { Manifest } from "./manifest.ts";

/**
 * The seed where none was given: that of the files which the same command left in the directory of `--out`, so that it can be
 * given again; else a random one.
 */
export function chosenSeed(
  command: string,
  { out, force }: { readonly out?: string | undefined; readonly force?: boolean | undefined },
): number | string {
  const earlier = out === undefined || force ? undefined : new Manifest(out).earlier();
  const asked = (earlier?.asked ?? {}) as { readonly command?: unknown; readonly seed?: unknown };
  return asked.command === command && isSeed(asked.seed) ? asked.seed : randomSeed();
}
