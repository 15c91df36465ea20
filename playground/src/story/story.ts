import { forgetCommand } from "../command.ts";
import { get, setBusy, stillness } from "../dom.ts";
import { Cancelled, Engine, Lost } from "../engine/client.ts";
import { Fault } from "../engine/fault.ts";
import type { Lifetimes, Source } from "../engine/protocol.ts";
import { announce, hideNotice, notice } from "../notice.ts";
import { newSeed } from "../seed.ts";
import { shareBar } from "../share/bar.ts";
import type { Share } from "../share/share.ts";
import { type Place, START, storyLink } from "./address.ts";
import { MOBY_DICK, mobyDick, nextId, type Part, type Told, told } from "./book.ts";
import { Curve } from "./curve.ts";
import { Dots } from "./dots.ts";
import { Facts } from "./facts.ts";
import { ownText } from "./own.ts";
import { Passage } from "./passage.ts";
import { Rain } from "./rain.ts";
import { sentence } from "./said.ts";
import { Scrubber } from "./scrubber.ts";
import { Search } from "./search.ts";
import { later } from "./steps.ts";
import { generationAt, LAST, placeOf } from "./time.ts";

/** The story that opens the page: a text is forgotten, and why, and how fast, and what would help. */
export class Story {
  readonly #engine = new Engine();
  readonly #scrubber: Scrubber;
  readonly #search: Search;
  readonly #parts: readonly Part[];
  readonly #onState: () => void;
  #book: Told = mobyDick();
  #life: Lifetimes | undefined;
  #seed: number | string = 1;
  #place = 0;
  #generation = 0;
  #kept = -1;
  #lit = -1;
  #run = 0;
  #given: Place = START;
  readonly #showSteps: (place: Place) => void;

  /** `onState` hears when the address should be written again. */
  constructor(onState: () => void) {
    this.#onState = onState;
    this.#engine.onLost = () => this.#lost();
    const onWord = (word: number, kept: boolean) => this.#point(word, kept);
    this.#search = new Search(this.#engine, (word) => this.#point(word, true));
    const curve = new Curve();
    const dots = new Dots(onWord);
    const passage = new Passage(onWord);
    const rain = new Rain(passage, dots);
    this.#parts = [passage, curve, dots, rain, new Facts(this.#engine), this.#search];
    this.#scrubber = new Scrubber(
      (place) => this.#at(place),
      () => this.#rest(),
    );
    get("story-again").onclick = () => {
      this.#seed = newSeed();
      void this.#begin(0, true);
    };
    ownText((source) => void this.#open(source));
    this.#showSteps = later(
      { engine: this.#engine, book: () => this.#book, seed: () => this.#seed },
      () => this.#given,
    );
    shareBar(
      get("share-story"),
      { charts: { "Embed the passage": "passage", "Embed the curve": "curve" } },
      () => this.#share("", curve.print),
    );
    shareBar(get("share-dots"), { charts: { Embed: "dots" } }, () =>
      this.#share(" A word written c times lasts about 2c / ln 2 copies.", dots.print),
    );
  }

  /** Shows a place in the story, from the address. */
  show(place: Place): void {
    this.#given = place;
    this.#seed = place.seed;
    this.#showSteps(place);
    if (place.step !== undefined) get(`step-${place.step}`).scrollIntoView();
    void this.#begin(place.generation, false);
  }

  hide(): void {
    this.#scrubber.pause();
  }

  get state(): Place {
    return { seed: this.#seed, generation: this.#generation };
  }

  async #open(source: Source | undefined): Promise<void> {
    this.#scrubber.pause();
    hideNotice();
    if (source === undefined) {
      this.#book = mobyDick();
      return await this.#begin(0, true);
    }
    const said = get("story-sentence");
    try {
      said.textContent = `Reading ${source.name} …`;
      const id = nextId();
      const book = await this.#engine.ask("book", { source, id }, (share) => {
        said.textContent = `Reading ${source.name} … ${Math.round(100 * share)} %`;
      });
      this.#book = told(book, id, source);
      get("story-own").removeAttribute("open");
      await this.#begin(0, true);
    } catch (error) {
      if (error instanceof Cancelled || error instanceof Lost) return;
      this.#at(this.#place);
      notice("This text cannot be used", [
        error instanceof Fault ? error.message : `something went wrong: ${error}`,
      ]);
    }
  }

  /** Works out a run, and stands at a generation or plays it. */
  async #begin(generation: number, play: boolean): Promise<void> {
    const run = ++this.#run;
    this.#scrubber.pause();
    const { counts, tokens: samples } = this.#book;
    setBusy(get("story"), true);
    try {
      const life = await this.#engine.ask("lifetimes", {
        counts,
        samples,
        seed: this.#seed,
        generations: LAST,
      });
      if (run !== this.#run) return;
      this.#life = life;
      this.#kept = -1;
      get("passage-name").textContent =
        this.#book.source === MOBY_DICK
          ? "Herman Melville, Moby-Dick; or, The Whale (1851)"
          : this.#book.name;
      get("story-moby").hidden = this.#book.source === MOBY_DICK;
      for (const part of this.#parts) {
        part.begin(this.#book, life);
        // A text may have very many words: each part takes a turn of its own.
        await new Promise((resolve) => setTimeout(resolve));
        if (run !== this.#run) return;
      }
      this.#point(-1, true);
      this.#scrubber.place = placeOf(generation);
      this.#rest();
      setBusy(get("story"), false);
      if (play && !stillness()) this.#scrubber.play();
    } catch (error) {
      if (error instanceof Lost) return;
      if (!(error instanceof Error)) throw error;
      setBusy(get("story"), false);
      notice("This text cannot be forgotten here", [error.message]);
    }
  }

  #at(place: number): void {
    this.#place = place;
    this.#generation = generationAt(place);
    if (this.#life === undefined) return;
    for (const part of this.#parts) part.at(this.#generation, place);
    get("story-sentence").textContent = this.#said;
  }

  get #said(): string {
    return sentence(this.#book.name, this.#life!.unique, this.#generation);
  }

  /** What there is to share of the run, with a picture of it. */
  #share(law: string, print: Share["print"]): Share | undefined {
    if (this.#life === undefined) return undefined;
    const { name } = this.#book;
    const generation = this.#generation;
    return {
      name: `lethe-${generation}-${this.#seed}`,
      sentence: generation === 0 ? this.#said + law : `${name}: ${lowered(this.#said)}${law}`,
      hash: this.#book.source === MOBY_DICK ? storyLink(this.state) : undefined,
      command: commandOf(this.#book, this.#seed, generation === 0 ? LAST : generation),
      print,
    };
  }

  /** The picture stands still: the address and those who listen are told. */
  #rest(): void {
    if (this.#life === undefined) return;
    this.#scrubber.say(this.#said);
    announce(this.#said);
    get("curve").setAttribute("aria-label", `Line chart of the different words left. ${this.#said}`);
    this.#onState();
  }

  /** A word lights up where it stands, on its dot and on the curve. One that was chosen stays lit. */
  #point(word: number, kept: boolean): void {
    if (kept) this.#kept = word;
    const lit = word >= 0 ? word : this.#kept;
    if (lit === this.#lit) return;
    this.#lit = lit;
    for (const part of this.#parts) part.light(lit);
  }

  #lost(): void {
    this.#scrubber.pause();
    notice(
      "The worker that counts was lost",
      ["The browser may have run out of memory. Your text is still here."],
      [["Restart it", () => void this.#begin(this.#generation, false)]],
    );
  }
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
