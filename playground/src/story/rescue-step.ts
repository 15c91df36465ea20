import { forgetCommand } from "../command.ts";
import { get, settled } from "../dom.ts";
import { Lost } from "../engine/client.ts";
import type { Rescue } from "../engine/story-data.ts";
import { MOBY_DICK } from "../moby-dick.ts";
import { ticks } from "../plot.ts";
import { shareBar } from "../share/bar.ts";
import { BOUNDS, storyLink } from "./address.ts";
import { linear } from "./axes.ts";
import { Board } from "./board.ts";
import type { Told } from "./book.ts";
import { percent } from "./said.ts";
import type { Context, Step } from "./steps.ts";

const GENERATIONS = 100;
const STEPS = 1000;
/** The least share of real data that the slider has, above none. */
const LEAST = 1e-3;
const [, MOST] = BOUNDS.real;
/** Generations 0, 1, 10 and 100 equally far apart, as in the story. */
const place = (generation: number): number => (generation < 1 ? 0 : (1 + Math.log10(generation)) / 3);

/** What saves a model: real data in every generation, or nothing thrown away. */
export function rescueStep({ engine, book, seed, onTry }: Context): Step {
  const slider = get<HTMLInputElement>("real-share");
  const keep = get<HTMLInputElement>("real-keep");
  const said = get("rescue-told");
  const need = get("rescue-need");
  let of: Told | undefined;
  let rescue: Rescue | undefined;
  /** Words in the long run: with the share that was chosen, and with real data alone. */
  let longRun = 0;
  let anew = 1;
  let asked = 0;
  let from = seed();
  /** What the run is of that was asked for last: text, seed and share. */
  let wanted: readonly [Told, number | string, number] | undefined;
  const xs = Array.from({ length: GENERATIONS + 1 }, (_, k) => k);

  const board = new Board(get("rescue"), axes(1), {
    below: () => {},
    above: () => {
      if (rescue === undefined) return;
      board.line([0, GENERATIONS], [longRun, longRun], "green", { width: 1.5, dash: [4, 4] });
      const { replace, accumulate, fresh } = rescue;
      for (const [values, colour] of [
        [replace, "vermillion"],
        [accumulate, "purple"],
        [fresh, "green"],
      ] as const)
        board.line(xs, values, colour, { width: 2.5 });
      const end = board.x(GENERATIONS) - 4;
      board.label("all copies kept", end, board.y(accumulate[GENERATIONS]) - 8, "purple", "right");
      board.label(`${precise(share())} real`, end, board.y(fresh[GENERATIONS]) + 20, "green", "right");
      // It falls steeply: its name stands where it has not been yet.
      board.label("only the last copy", board.x(8) - 12, board.y(replace[8]) + 16, "vermillion", "right");
    },
  });

  function axes(types: number) {
    return {
      x: { label: "copies of copies", ticks: [0, 1, 10, 100], place },
      y: linear("different words in the model", 0, types * 1.06, ticks([0, types], false, 4)),
    };
  }

  function share(): number {
    const at = Number(slider.value);
    return at === 0 ? 0 : Number((LEAST * (MOST / LEAST) ** (at / STEPS)).toPrecision(2));
  }

  /** The share of the words that are to be kept. */
  const kept = (): number => Number(keep.value) / 100;

  /** The laws are there at once; a run follows when the slider rests. */
  async function law(): Promise<void> {
    const mine = ++asked;
    const { counts, tokens: samples } = book();
    const types = counts.length;
    const part = kept();
    const { kept: left, share: least } = await engine.ask("kept", {
      ...{ counts, samples, realShares: [share(), 1] },
      keep: part,
    });
    if (mine !== asked) return;
    [longRun, anew] = left;
    keep.setAttribute("aria-valuetext", percent(part));
    slider.setAttribute("aria-valuetext", precise(share()));
    get("real-value").textContent = precise(share());
    get("keep-value").textContent = percent(part);
    said.textContent =
      share() === 0
        ? "Without real data nothing but one word is left in the end."
        : `With ${precise(share())} real words in every copy, ${percent(longRun / types)} of the vocabulary stays in the long run.`;
    need.textContent =
      least === null
        ? `Not even real data alone would: a text of this length, drawn anew, has ${percent(anew / types)} of the words.`
        : `It takes ${precise(least)} of real words in every copy.`;
    board.follow();
  }

  async function run(): Promise<void> {
    const mine = [book(), seed(), share()] as const;
    if (mine.every((part, i) => part === wanted?.[i])) return;
    wanted = mine;
    const [told, chosen, realShare] = mine;
    if (of !== told) rescue = undefined;
    const { counts, tokens: samples } = told;
    const asked = { counts, samples, seed: chosen, generations: GENERATIONS, realShare };
    const found = await engine.ask("rescue", asked);
    if (wanted !== mine) return;
    rescue = found;
    from = chosen;
    if (of !== told) board.axes = axes(counts.length);
    of = told;
    board.draw();
  }

  const guarded = (work: Promise<void>) =>
    void work.catch((error) => {
      wanted = undefined;
      if (!(error instanceof Lost)) said.textContent = error instanceof Error ? error.message : String(error);
    });
  const retell = () => {
    guarded(law());
    guarded(run());
  };
  const soon = settled(() => guarded(run()), 250);
  slider.oninput = () => {
    guarded(law());
    soon();
    onTry();
  };
  keep.oninput = () => {
    guarded(law());
    onTry();
  };
  shareBar(get("share-rescue"), { charts: { Embed: "rescue" } }, () => {
    // What is on the picture: the run of another text or share may still be under way.
    if (rescue === undefined || of !== book()) return undefined;
    return {
      name: `lethe-rescue-${from}`,
      sentence: `${of.name}, copied from copy to copy. ${said.textContent}`,
      hash:
        of.source === MOBY_DICK
          ? storyLink({ seed: from, step: "rescue", real: share(), keep: kept() })
          : undefined,
      command:
        of.source === MOBY_DICK
          ? forgetCommand(undefined, from, GENERATIONS) + (share() > 0 ? ` --real-share ${share()}` : "")
          : undefined,
      print: (...to) => board.print(...to),
    };
  });
  return {
    show: (place) => {
      const { real } = place;
      const at = real < LEAST ? 0 : (STEPS * Math.log(real / LEAST)) / Math.log(MOST / LEAST);
      slider.value = String(Math.round(at));
      keep.value = String(100 * place.keep);
      retell();
    },
    get tried() {
      return { real: share(), keep: kept() };
    },
    retell,
  };
}

/** A share with two digits, as the law gives it. */
const precise = (share: number): string => `${Number((100 * share).toPrecision(2))}\u00a0%`;
