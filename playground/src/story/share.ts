import { forgetCommand } from "../command.ts";
import { MOBY_DICK } from "../moby-dick.ts";
import type { Share } from "../share/share.ts";
import { storyLink } from "./address.ts";
import type { Told } from "./book.ts";
import { LAST } from "./time.ts";

/** A run of a text, where it stands, and what is said of it there. */
interface Stand {
  readonly book: Told;
  readonly seed: number | string;
  readonly generation: number;
  readonly said: string;
}

/** What there is to share of the run of a text, with a law that it shows and a picture. */
export function shareOf({ book, seed, generation, said }: Stand, law: string, print: Share["print"]): Share {
  return {
    name: `lethe-${generation}-${seed}`,
    sentence: generation === 0 ? said + law : `${book.name}: ${lowered(said)}${law}`,
    hash: book.source === MOBY_DICK ? storyLink({ seed, generation }) : undefined,
    command: commandOf(book, seed, generation === 0 ? LAST : generation),
    print,
  };
}

/** A sentence after a colon. */
const lowered = (sentence: string): string => sentence[0].toLowerCase() + sentence.slice(1);

/** The command that gives the run of a text; none where the browser's dictionary cut it into words. */
function commandOf(
  { source, segmented }: Told,
  seed: number | string,
  generations: number,
): string | undefined {
  if (source === MOBY_DICK) return forgetCommand(undefined, seed, generations);
  return segmented
    ? undefined
    : forgetCommand(source.kind === "text" ? "your-text.txt" : source.name, seed, generations);
}
