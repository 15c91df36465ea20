import { Differences, type Page } from "./pages.ts";

/**
 * Pages that say which row it is: trajectory, and generation where there are any. Those of so many trajectories are made
 * again only where they differ from the last ones: all but the last of a table are alike.
 */
export class Keys {
  #last:
    | { readonly of: string; readonly trajectory: Differences; readonly generation: Page | undefined }
    | undefined;

  /** Of `count` trajectories, from number `first` on. */
  pages(first: number, count: number, generations: readonly number[] | undefined): Page[] {
    const of = `${count} ${generations}`;
    if (this.#last?.of !== of) this.#last = { of, ...made(count, generations) };
    const { trajectory, generation } = this.#last;
    return [trajectory.from(first), ...(generation ? [generation] : [])];
  }
}

function made(count: number, generations: readonly number[] | undefined) {
  const length = generations?.length ?? 1;
  const rows = count * length;
  const trajectory = new Differences(Array.from({ length: rows }, (_, i) => Math.floor(i / length)));
  if (generations === undefined) return { trajectory, generation: undefined };
  const all = new Differences(Array.from({ length: rows }, (_, i) => generations[i % length]));
  return { trajectory, generation: all.from(generations[0]) };
}
