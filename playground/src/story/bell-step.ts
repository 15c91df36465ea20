import { get, settled, stillness } from "../dom.ts";
import { Lost } from "../engine/client.ts";
import type { Bells } from "../engine/story-data.ts";
import { announce } from "../notice.ts";
import { shown } from "../plot.ts";
import { newSeed } from "../seed.ts";
import { shareBar } from "../share/bar.ts";
import { BOUNDS, START, storyLink } from "./address.ts";
import { linear, logarithmic } from "./axes.ts";
import { BellPicture } from "./bell-picture.ts";
import { Board } from "./board.ts";
import { onDrag } from "./drag.ts";
import type { Context, Step } from "./steps.ts";

const SAMPLES = 10;
const GENERATIONS = BOUNDS.fits;
const LOWEST = 1e-3;
/** Seconds for the first generations; each next one takes a little less, down to the last number. */
const SLOW = 0.9;
const QUICK = 0.05;

/** Why it happens: a bell curve is fitted to ten samples of itself, over and over. */
export function bellStep({ engine, onTry }: Context): Step {
  const picture = new BellPicture(get("bell"));
  const step = get<HTMLButtonElement>("bell-step");
  const play = get<HTMLButtonElement>("bell-play");
  const slider = get<HTMLInputElement>("bell-threshold");
  const said = get("bell-told");
  let bells: Bells | undefined;
  let median: number | undefined;
  let threshold = START.threshold;
  let generation = 0;
  let playing = false;
  let run = 0;
  let from = START.bellSeed;

  const board = new Board(
    get("bell-widths"),
    {
      x: linear("generation", 0, GENERATIONS, [0, 20, 40, 60, 80, 100, 120]),
      y: logarithmic("width of the bell curve", LOWEST, 3, [0.001, 0.01, 0.1, 1]),
    },
    { below: () => {}, above: () => paint() },
  );

  function paint(): void {
    if (bells === undefined) return;
    const xs = Float64Array.from(bells.std, (_, k) => k);
    board.line([0, GENERATIONS], [threshold, threshold], "vermillion", { width: 2, dash: [6, 4] });
    board.label(
      "collapsed below this line",
      board.x(GENERATIONS) - 4,
      board.y(threshold) - 7,
      "vermillion",
      "right",
    );
    board.line(xs, bells.std, "blue", { width: 2.4, upto: generation + 1 });
    if (bells.std[generation] >= LOWEST) board.dot(generation, bells.std[generation], "blue", 5);
  }

  /** The first generation at or below the threshold, if the run gets there. */
  const fallen = (): number | undefined => {
    const at = bells?.std.findIndex((std) => std <= threshold) ?? -1;
    return at < 0 ? undefined : at;
  };

  function say(): void {
    if (bells === undefined) return;
    const at = fallen();
    const here =
      generation === 0
        ? "Generation 0: the curve that all began with."
        : `Generation ${shown(generation)}: width ${shown(bells.std[generation])}.`;
    const line =
      at !== undefined && at <= generation
        ? ` It fell to ${shown(threshold)} at generation ${shown(at)}.`
        : "";
    const law =
      median === undefined
        ? ""
        : ` Half of all such runs are there by generation ${shown(median)} (exact law).`;
    said.textContent = here + line + law;
  }

  function show(share = 1): void {
    if (bells === undefined) return;
    const { mean, std, drawn } = bells;
    const before = Math.max(0, generation - 1);
    picture.show(
      [mean[before], std[before]],
      [mean[generation], std[generation]],
      generation === 0 ? [] : drawn.subarray(before * SAMPLES, generation * SAMPLES),
      generation === 0 ? 0 : share,
    );
    if (share >= 1 || generation === 0) {
      board.follow();
      say();
    }
  }

  /** Draws and fits once, in so many seconds; true where it was not stopped. */
  function advance(seconds: number): Promise<boolean> {
    const mine = ++run;
    ++generation;
    if (stillness() || seconds < 0.1) {
      show();
      return new Promise((resolve) => setTimeout(() => resolve(mine === run), 1000 * seconds));
    }
    const began = performance.now();
    return new Promise((resolve) => {
      const frame = (now: number) => {
        if (mine !== run) return resolve(false);
        const share = Math.min(1, Math.max(0, (now - began) / 1000 / seconds));
        show(share);
        if (share < 1) requestAnimationFrame(frame);
        else resolve(true);
      };
      requestAnimationFrame(frame);
    });
  }

  function stop(): void {
    playing = false;
    play.textContent = "Play on";
    show();
  }

  async function playOn(): Promise<void> {
    if (bells === undefined) return;
    if (generation >= GENERATIONS) generation = 0;
    playing = true;
    play.textContent = "Pause";
    for (let seconds = SLOW; playing && generation < GENERATIONS; seconds = Math.max(QUICK, seconds * 0.82)) {
      if (!(await advance(seconds))) return;
    }
    stop();
    announce(said.textContent ?? "");
    onTry();
  }

  const law = async () => {
    try {
      const asked = threshold;
      const [found] = await engine.ask("medians", {
        samples: [SAMPLES],
        threshold: asked,
        estimator: "unbiased",
      });
      if (asked !== threshold) return;
      median = found;
      say();
    } catch (error) {
      if (!(error instanceof Lost)) throw error;
    }
  };
  const lawSoon = settled(() => void law(), 120);

  function draw(to: number): void {
    threshold = Math.min(BOUNDS.threshold[1], Math.max(BOUNDS.threshold[0], Number(to.toPrecision(2))));
    slider.value = String(Math.round(1000 * Math.log10(threshold)));
    slider.setAttribute("aria-valuetext", shown(threshold));
    get("bell-value").textContent = shown(threshold);
    median = undefined;
    board.follow();
    say();
    lawSoon();
  }

  async function begin(chosen: number | string, fits: number): Promise<void> {
    ++run;
    playing = false;
    play.textContent = "Play on";
    generation = fits;
    if (bells === undefined || chosen !== from) {
      bells = undefined;
      from = chosen;
      const found = await engine.ask("bells", {
        ...{ samples: SAMPLES, seed: chosen, generations: GENERATIONS },
        estimator: "unbiased",
      });
      if (chosen !== from) return;
      bells = found;
    }
    board.draw();
    show();
  }

  step.onclick = () => {
    if (bells === undefined || generation >= GENERATIONS) return;
    playing = false;
    play.textContent = "Play on";
    void advance(SLOW).then((done) => done && announce(said.textContent ?? ""));
    onTry();
  };
  play.onclick = () => {
    if (playing) {
      ++run;
      stop();
      onTry();
    } else void playOn();
  };
  get("bell-again").onclick = () => {
    void begin(newSeed(), 0);
    onTry();
  };
  const take = (to: number) => {
    draw(to);
    onTry();
  };
  slider.oninput = () => take(10 ** (Number(slider.value) / 1000));
  onDrag(board, (height) => take(LOWEST * (3 / LOWEST) ** height));
  shareBar(get("share-bell"), { charts: { Embed: "bell" } }, () =>
    median === undefined
      ? undefined
      : {
          name: `lethe-bell-${from}`,
          sentence:
            `A bell curve, fitted again and again to ${SAMPLES} samples of itself: half of all runs are at or below ` +
            `${shown(threshold)} of their width by generation ${shown(median)}.`,
          hash: storyLink({ step: "bell", fits: generation, threshold, bellSeed: from }),
          command: `lethe theory gaussian --samples ${SAMPLES} --threshold ${threshold}`,
          print: (...to) => board.print(...to),
        },
  );
  return {
    show: (place) => {
      draw(place.threshold);
      void begin(place.bellSeed, place.fits);
    },
    get tried() {
      return { fits: generation, threshold, bellSeed: from };
    },
  };
}
