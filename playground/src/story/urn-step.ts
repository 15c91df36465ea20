import { pieces } from "virtual:moby-dick";
import { plural } from "../../../src/plural.ts";
import { get, make } from "../dom.ts";
import type { Urn } from "../engine/story-data.ts";
import { announce } from "../notice.ts";
import { newSeed } from "../seed.ts";
import { shareBar } from "../share/bar.ts";
import { BOUNDS, START, storyLink } from "./address.ts";
import type { Context, Step } from "./steps.ts";
import { left, UrnPicture, type Urns } from "./urn-picture.ts";
import { urnWords } from "./urn-words.ts";

const WORDS = urnWords(pieces);
const SAMPLES = WORDS.reduce((sum, { count }) => sum + count, 0);
const GENERATIONS = BOUNDS.balls / SAMPLES;

/** Why it happens to words: an urn is filled with copies of what is drawn from the one before, ball by ball. */
export function urnStep({ engine, onTry }: Context): Step {
  const picture = new UrnPicture(get("urn"), WORDS, GENERATIONS);
  const draw = get<HTMLButtonElement>("urn-draw");
  const rest = get<HTMLButtonElement>("urn-rest");
  const again = get<HTMLButtonElement>("urn-again");
  const said = get("urn-told");
  let all: Urn | undefined;
  /** The generation of the urn, and how many balls have been drawn from it. */
  let urn = 0;
  let drawn = 0;
  let from = START.urnSeed;

  const isFull = () => drawn === SAMPLES;
  const isOver = () => isFull() && urn + 1 === GENERATIONS;

  /** Full urns are put in order, so that a colour that is missing is missed. */
  const ordered = (balls: readonly number[]) => [...balls].sort((a, b) => a - b);
  const urns = (of: Urn): Urns => ({
    urn,
    rows: [
      ...of.colours.slice(0, urn + 1).map(ordered),
      isFull() ? ordered(of.colours[urn + 1]) : of.colours[urn + 1].slice(0, drawn),
    ],
  });

  function sentence({ colours, expected }: Urn): string {
    const generation = urn + 1;
    if (drawn === 0 && urn === 0) return `${SAMPLES} balls, ${WORDS.length} words. None is drawn yet.`;
    if (!isFull()) return `Generation ${generation}: ${drawn} of ${SAMPLES} balls drawn.`;
    const words = left(colours[generation]);
    return (
      `Generation ${generation}: ${words} of ${WORDS.length} words ${words === 1 ? "is" : "are"} left. ` +
      `On average ${expected[generation].toFixed(2)} are left (exact law).`
    );
  }

  /** The place in the ordered urn of the ball that the last draw took. */
  function taken(of: Urn): number {
    const at = of.places[urn][drawn - 1];
    const balls = of.colours[urn];
    // Balls of one colour keep their order when they are put in order.
    return balls.filter((colour, i) => colour < balls[at] || (colour === balls[at] && i < at)).length;
  }

  function show(isDrawn = false): void {
    if (all === undefined) return;
    picture.show(urns(all), isDrawn && !isFull() ? taken(all) : undefined);
    const now = isFull() ? all.colours[urn + 1] : all.colours[urn];
    get("urn-words").replaceChildren(
      ...WORDS.map(({ word, count }, colour) => {
        const isGone = !now.includes(colour);
        return make(
          "span",
          {},
          picture.ball(colour),
          " ",
          make("span", { className: isGone ? "gone" : "", textContent: word }),
          isGone ? `\u00a0${count}, gone` : `\u00a0${count}`,
        );
      }),
    );
    said.textContent = sentence(all);
    draw.textContent = isFull() && !isOver() ? "Next generation" : "Draw";
    const focused = document.activeElement;
    draw.disabled = isOver();
    rest.disabled = isFull();
    // The keyboard stays where it goes on.
    if (focused === draw && isOver()) again.focus();
    if (focused === rest && isFull()) (isOver() ? again : draw).focus();
    if (isDrawn && isFull()) announce(sentence(all));
  }

  async function begin(chosen: number | string, balls: number): Promise<void> {
    urn = Math.max(0, Math.ceil(balls / SAMPLES) - 1);
    drawn = balls - urn * SAMPLES;
    if (all === undefined || chosen !== from) {
      all = undefined;
      draw.disabled = rest.disabled = true;
      from = chosen;
      const counts = WORDS.map(({ count }) => count);
      const found = await engine.ask("urn", { counts, seed: chosen, generations: GENERATIONS });
      if (chosen !== from) return;
      all = found;
    }
    show();
  }

  const take = (balls: number) => {
    if (all === undefined) return;
    drawn = balls;
    show(true);
    onTry();
  };
  draw.onclick = () => {
    if (isFull()) {
      ++urn;
      drawn = 0;
      show();
    } else take(drawn + 1);
  };
  rest.onclick = () => take(SAMPLES);
  again.onclick = () => {
    void begin(newSeed(), 0);
    onTry();
  };
  shareBar(get("share-urn"), { charts: { Embed: "urn" } }, () => {
    if (all === undefined) return undefined;
    const shown = urns(all);
    const generation = isFull() ? urn + 1 : urn;
    const asked = generation === 0 ? GENERATIONS : generation;
    const law = `${all.expected[asked].toFixed(2)} on average`;
    return {
      name: `lethe-urn-${from}`,
      sentence:
        `An urn of ${SAMPLES} balls, filled again and again with copies of balls drawn from it. ` +
        (generation === 0
          ? `Of its ${WORDS.length} words ${law} are left after ${asked} generations.`
          : `${left(all.colours[generation])} of its ${WORDS.length} words are left after ` +
            `${generation} ${plural(generation, "generation")}; ${law}.`),
      hash: storyLink({ step: "urn", balls: urn * SAMPLES + drawn, urnSeed: from }),
      command:
        `lethe theory categorical --weights ${WORDS.map(({ count }) => count).join(",")} ` +
        `--samples ${SAMPLES} --generations ${asked}`,
      print: (context, width, height) => picture.print(context, width, height, shown),
    };
  });
  return {
    show: ({ balls, urnSeed }) => void begin(urnSeed, balls),
    get tried() {
      return { balls: urn * SAMPLES + drawn, urnSeed: from };
    },
  };
}
