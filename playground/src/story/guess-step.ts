import { get } from "../dom.ts";
import { Lost } from "../engine/client.ts";
import { announce } from "../notice.ts";
import { shown } from "../plot.ts";
import { shareBar } from "../share/bar.ts";
import { BOUNDS, START, storyLink } from "./address.ts";
import { Board, logarithmic } from "./board.ts";
import { onDrag } from "./drag.ts";
import type { Context, Step } from "./steps.ts";

const FEW = 10;
const MANY = 100;
const THRESHOLD = 0.1;
/** The guess goes from as long to so many times as long. */
const MOST = BOUNDS.guess;
const STEPS = 1000;
/** The axis of generations. */
const LOWEST = 10;
const HIGHEST = 5e4;

/** Predict first: with ten times the data, how much longer? */
export function guessStep({ engine }: Context): Step {
  const slider = get<HTMLInputElement>("guess");
  const value = get("guess-value");
  const said = get("guess-told");
  let medians: readonly number[] = [];
  let guess: number | undefined;
  let answered = false;

  const board = new Board(
    get("guess-picture"),
    {
      x: logarithmic("samples a generation", 5, 200, [FEW, MANY]),
      y: logarithmic("generations until half have collapsed", LOWEST, HIGHEST, [10, 100, 1000, 10_000]),
    },
    { below: () => {}, above: () => paint() },
  );

  function paint(): void {
    if (medians.length === 0) return;
    const [few, many] = medians;
    const g = few * (guess ?? 1);
    if (answered) board.line([FEW, MANY], [few, many], "blue", { width: 2.5 });
    board.line([FEW, MANY], [few, g], "vermillion", { width: 2, dash: [6, 4] });
    board.dot(FEW, few, "blue", 6);
    board.label(`${shown(FEW)} samples: ${shown(few)}`, board.x(FEW) - 6, board.y(few) + 24);
    board.dot(MANY, g, "vermillion", 8);
    // Names stand to the left, on the sides of their points that are away from each other.
    const left = board.x(MANY) - 14;
    const above = !answered || g >= many;
    const name = guess === undefined ? "your guess?" : "your guess";
    board.label(name, left, board.y(g) + (above ? -12 : 22), "vermillion", "right");
    if (answered) {
      board.dot(MANY, many, "blue", 6);
      board.label(`the answer: ${shown(many)}`, left, board.y(many) + (above ? 24 : -12), "blue", "right");
    }
  }

  function set(ratio: number): void {
    guess = Math.min(MOST, Math.max(1, Number(ratio.toPrecision(2))));
    slider.value = String(Math.round((STEPS * Math.log(guess)) / Math.log(MOST)));
    const text = `${shown(guess)} times as long`;
    slider.setAttribute("aria-valuetext", text);
    value.textContent = text;
    get<HTMLButtonElement>("guess-answer").disabled = false;
    board.follow();
  }

  slider.oninput = () => set(MOST ** (Number(slider.value) / STEPS));
  onDrag(board, (height) => {
    if (medians.length > 0) set((LOWEST * (HIGHEST / LOWEST) ** height) / medians[0]);
  });
  get("guess-answer").onclick = () => {
    answered = true;
    const [few, many] = medians;
    said.textContent =
      `${shown(many / few)} times as long: generation ${shown(many)} in place of ${shown(few)}. ` +
      "The time grows in step with the data, and no faster.";
    announce(said.textContent);
    board.follow();
  };
  engine
    .ask("medians", { samples: [FEW, MANY], threshold: THRESHOLD, estimator: "unbiased" })
    .then((found) => {
      medians = found;
      get("guess-few").textContent = shown(found[0]);
      board.draw();
    })
    .catch((error) => {
      if (!(error instanceof Lost)) throw error;
    });
  shareBar(get("share-guess"), { charts: { Embed: "guess" } }, () => {
    if (medians.length === 0) return undefined;
    const [few, many] = medians;
    return {
      name: "lethe-guess",
      sentence: answered
        ? `With ten times the data a model lasts ${shown(many / few)} times as long: ${shown(many)} generations in place of ${shown(few)}.`
        : `With ${FEW} samples a generation half of all models have collapsed by generation ${shown(few)}. How much longer do they last with ${MANY}?`,
      hash: storyLink({ ...START, step: "guess", ...(guess === undefined ? {} : { guess }) }),
      command: `lethe theory gaussian --samples ${answered ? MANY : FEW} --threshold ${THRESHOLD}`,
      print: (...to) => board.print(...to),
    };
  });
  return {
    show: (place) => {
      if (place.guess !== undefined) set(place.guess);
    },
  };
}
