import type { Colour } from "../../../src/plot/palette.ts";
import { get } from "../dom.ts";
import { Lost } from "../engine/client.ts";
import { announce } from "../notice.ts";
import { shown } from "../plot.ts";
import { shareBar } from "../share/bar.ts";
import { BOUNDS, storyLink } from "./address.ts";
import { logarithmic } from "./axes.ts";
import { Board } from "./board.ts";
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
export function guessStep({ engine, onTry }: Context): Step {
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
    // Of two points the upper one has its name above it, the lower one below, where no line leads to it.
    const name = (text: string, at: number, colour: Colour, above: boolean) =>
      above
        ? board.label(text, board.x(MANY) - 14, board.y(at) - 12, colour, "right")
        : board.label(text, board.x(MANY), board.y(at) + 30, colour, "center");
    const above = !answered || g >= many;
    name(guess === undefined ? "your guess?" : "your guess", g, "vermillion", above);
    if (answered) {
      board.dot(MANY, many, "blue", 6);
      name(`the answer: ${shown(many)}`, many, "blue", !above);
    }
  }

  /** Shows the guess, and the answer where it has been asked for. */
  function tell(): void {
    const text = guess === undefined ? "not yet" : `${shown(guess)} times as long`;
    slider.value = String(Math.round((STEPS * Math.log(guess ?? 1)) / Math.log(MOST)));
    slider.setAttribute("aria-valuetext", text);
    value.textContent = text;
    get<HTMLButtonElement>("guess-answer").disabled = guess === undefined;
    const [few, many] = medians;
    said.textContent =
      answered && medians.length > 0
        ? `${shown(many / few)} times as long: generation ${shown(many)} in place of ${shown(few)}. ` +
          "The time grows in step with the data, and no faster."
        : "";
    board.follow();
  }

  function take(ratio: number): void {
    guess = Math.min(MOST, Math.max(1, Number(ratio.toPrecision(2))));
    tell();
    onTry();
  }

  slider.oninput = () => take(MOST ** (Number(slider.value) / STEPS));
  onDrag(board, (height) => {
    if (medians.length > 0) take((LOWEST * (HIGHEST / LOWEST) ** height) / medians[0]);
  });
  get("guess-answer").onclick = () => {
    answered = true;
    tell();
    announce(said.textContent ?? "");
    onTry();
  };
  engine
    .ask("medians", { samples: [FEW, MANY], threshold: THRESHOLD, estimator: "unbiased" })
    .then((found) => {
      medians = found;
      get("guess-few").textContent = shown(found[0]);
      tell();
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
      hash: storyLink({ step: "guess", guess }),
      command: `lethe theory gaussian --samples ${answered ? MANY : FEW} --threshold ${THRESHOLD}`,
      print: (...to) => board.print(...to),
    };
  });
  return {
    show: (place) => {
      guess = place.guess;
      answered = place.answer === "shown";
      tell();
    },
    get tried() {
      return { guess, answer: answered ? ("shown" as const) : undefined };
    },
  };
}
