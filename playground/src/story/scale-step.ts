import type { Colour } from "../../../src/plot/palette.ts";
import { runCommand } from "../command.ts";
import { get } from "../dom.ts";
import { Lost } from "../engine/client.ts";
import { type Collapse, type Estimator, TRAJECTORIES } from "../engine/story-data.ts";
import { announce } from "../notice.ts";
import { shown } from "../plot.ts";
import { shareBar } from "../share/bar.ts";
import { BOUNDS, START, storyLink } from "./address.ts";
import { linear, logarithmic, tens } from "./axes.ts";
import { Board } from "./board.ts";
import type { Context, Step } from "./steps.ts";

const THRESHOLD = 0.1;
/** All points of a picture have one, so that an address can hold them. */
const SEED = 1;
const [FROM, TO] = BOUNDS.samples;
const STEPS = 1000;
const LAW = [5, 7, 10, 15, 20, 30, 50, 70, 100, 200, 500, 1000];
const COLOURS: readonly Colour[] = ["blue", "vermillion", "green", "purple", "amber"];

/** The second finding: the time until collapse is about as many generations as there are samples in each. */
export function scaleStep({ engine, onTry }: Context): Step {
  const slider = get<HTMLInputElement>("scale-samples");
  const value = get("scale-value");
  const estimator = get<HTMLSelectElement>("scale-estimator");
  const tryIt = get<HTMLButtonElement>("scale-try");
  const said = get("scale-told");
  /** Numbers of samples that are to be seen, and what is known of them under the estimator that is chosen. */
  let wanted: readonly number[] = [];
  const known = new Map<number, Collapse>();
  let law: readonly number[] = [];

  const points = () => wanted.flatMap((samples) => known.get(samples) ?? []);
  const colour = (i: number) => COLOURS[i % COLOURS.length];
  const times = new Board(
    get("scale-times"),
    {
      x: logarithmic("samples a generation, n", 4, 1500, tens(10, TO)),
      y: logarithmic("generations until half have collapsed", 5, 8000, tens(10, 1000)),
    },
    {
      below: () => {
        times.line(LAW, law, "axis", { width: 1.6, dash: [6, 4] });
        if (law.length > 0) times.label("exact law", times.x(40) - 8, times.y(law[6]) - 10, "soft", "right");
        points().forEach(({ samples, simulated, interval: [low, high] }, i) => {
          if (simulated === null) return;
          times.line([samples, samples], [low ?? simulated, high ?? simulated], colour(i), { width: 3 });
          times.dot(samples, simulated, colour(i), 5);
        });
      },
      above: () => {},
    },
  );
  const curves = new Board(
    get("scale-curves"),
    {
      x: linear("generations / n", 0, 9, [0, 2, 4, 6, 8]),
      y: linear("share not yet collapsed", 0, 1.02, [0, 0.5, 1]),
    },
    {
      below: () =>
        points().forEach(({ samples, generations, survival }, i) => {
          const scaled = generations.map((k) => k / samples);
          curves.line(scaled, survival, colour(i), { width: 2 });
        }),
      above: () =>
        points().forEach(({ samples }, i) => {
          const { left, width, top } = curves.box;
          curves.label(`n = ${shown(samples)}`, left + width - 4, top + 14 + 19 * i, colour(i), "right");
        }),
    },
  );

  const samplesOf = (at: number): number =>
    Math.round(Number((FROM * (TO / FROM) ** (at / STEPS)).toPrecision(2)));

  async function meaning(chosen: Estimator): Promise<void> {
    const [medians, fold] = await Promise.all([
      engine.ask("medians", { samples: LAW, threshold: THRESHOLD, estimator: chosen }),
      engine.ask("fold", { samples: TO, estimator: chosen }),
    ]);
    if (chosen !== estimator.value) return;
    law = medians;
    times.draw();
    get("scale-meaning").textContent =
      `The width typically falls to 1/e of itself in ${shown(Number((fold / TO).toPrecision(2)))} n generations, and half ` +
      `of the bell curves are below a tenth after ${shown(Number((medians[LAW.length - 1] / TO).toPrecision(2)))} n.`;
  }

  async function simulate(samples: number): Promise<void> {
    const chosen = estimator.value as Estimator;
    if (!known.has(samples)) {
      said.textContent = `simulating n = ${shown(samples)} …`;
      const asked = { samples, seed: SEED, threshold: THRESHOLD, estimator: chosen };
      const found = await engine.ask("collapse", asked);
      if (chosen !== estimator.value) return;
      known.set(samples, found);
    }
    times.draw();
    curves.draw();
    tell();
  }

  /** Tells of the last of the numbers that are to be seen. */
  function tell(): void {
    const last = known.get(wanted[wanted.length - 1]);
    if (last === undefined) return;
    const { samples, median } = last;
    const simulated = last.simulated ?? Number.NaN;
    said.textContent =
      `n = ${shown(samples)}: half of ${TRAJECTORIES} simulated runs had collapsed by generation ${shown(simulated)}, ` +
      `${shown(simulated / samples)} n. The exact law says ${shown(median)}.`;
  }

  const guarded = (work: Promise<unknown>) =>
    void work.catch((error) => {
      if (!(error instanceof Lost)) said.textContent = String(error);
    });
  const begin = async (samples: readonly number[]) => {
    wanted = samples;
    await meaning(estimator.value as Estimator);
    for (const one of samples) await simulate(one);
  };
  const turn = (to: Estimator) => {
    estimator.value = to;
    known.clear();
  };

  slider.oninput = () => {
    value.textContent = `n = ${shown(samplesOf(Number(slider.value)))}`;
    slider.setAttribute("aria-valuetext", value.textContent);
  };
  tryIt.onclick = () => {
    const samples = samplesOf(Number(slider.value));
    wanted = [...wanted.filter((other) => other !== samples), samples].slice(-COLOURS.length);
    guarded(simulate(samples).then(() => announce(said.textContent ?? "")));
    onTry();
  };
  estimator.onchange = () => {
    turn(estimator.value as Estimator);
    guarded(begin(START.samples));
    onTry();
  };
  shareBar(get("share-scale"), { charts: { Embed: "scale" } }, () => {
    const last = points().at(-1);
    const chosen = estimator.value as Estimator;
    if (last === undefined || last.simulated === null) return undefined;
    const { samples, simulated } = last;
    return {
      name: `lethe-scale-${samples}`,
      sentence:
        `A model that learns from n samples of the last one collapses in about n generations: with n = ${shown(samples)}, ` +
        `half of ${TRAJECTORIES} runs by generation ${shown(simulated)}.`,
      hash: storyLink({
        ...{ step: "scale", estimator: chosen },
        samples: points().map((one) => one.samples),
      }),
      command: runCommand({
        ...{ model: "gaussian", options: { samples, estimator: chosen }, observable: "std" },
        ...{ generations: last.generations[last.generations.length - 1], trajectories: TRAJECTORIES },
        ...{ seed: SEED, event: `std>${THRESHOLD}` },
      }),
      print: (...to) => times.print(...to),
    };
  });
  return {
    show: (place) => {
      if (place.estimator !== estimator.value) turn(place.estimator);
      guarded(begin(place.samples));
    },
    get tried() {
      return { samples: wanted, estimator: estimator.value as Estimator };
    },
  };
}
