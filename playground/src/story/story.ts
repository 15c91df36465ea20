import { get, setBusy, stillness, turn } from "../dom.ts";
import { Cancelled, Engine, Lost } from "../engine/client.ts";
import { Fault } from "../engine/fault.ts";
import type { Source } from "../engine/protocol.ts";
import type { Lifetimes } from "../engine/story-data.ts";
import { MOBY_DICK } from "../moby-dick.ts";
import { announce, hideNotice, notice } from "../notice.ts";
import { newSeed } from "../seed.ts";
import { shareBar } from "../share/bar.ts";
import type { Share } from "../share/share.ts";
import { type Place, START, type StepName } from "./address.ts";
import { mobyDick, nextId, type Part, type Told, told } from "./book.ts";
import { Curve } from "./curve.ts";
import { Dots } from "./dots.ts";
import { Facts } from "./facts.ts";
import { ownText } from "./own.ts";
import { Passage } from "./passage.ts";
import { Rain } from "./rain.ts";
import { sentence } from "./said.ts";
import { Scrubber } from "./scrubber.ts";
import { Search } from "./search.ts";
import { shareOf } from "./share.ts";
import { Steps } from "./steps.ts";
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
  /** What the lives are of, once all parts show them. */
  #lived: { readonly book: Told; readonly seed: number | string } | undefined;
  #seed: number | string = START.seed;
  #place = 0;
  #generation = START.generation;
  /** The step in which something was tried last. */
  #step: StepName | undefined;
  #kept = -1;
  #lit = -1;
  #run = 0;
  readonly #steps: Steps;

  /** Begins at a place. `onState` hears when the address should be written again. */
  constructor(place: Place, onState: () => void) {
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
      () => {
        this.#step = undefined;
        this.#rest();
      },
    );
    get("story-again").onclick = () => {
      this.#seed = newSeed();
      this.#step = undefined;
      void this.#begin(0, true);
    };
    ownText((source) => void this.#open(source));
    this.#steps = new Steps(
      { engine: this.#engine, book: () => this.#book, seed: () => this.#seed },
      place,
      (step) => {
        this.#step = step;
        this.#onState();
      },
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
    this.#scrubber.pause();
    this.#seed = place.seed;
    this.#step = place.step;
    this.#steps.show(place);
    if (place.step !== undefined) get(`step-${place.step}`).scrollIntoView();
    void this.#begin(place.generation, false);
  }

  hide(): void {
    this.#scrubber.pause();
  }

  get state(): Place {
    return { ...this.#steps.tried, seed: this.#seed, generation: this.#generation, step: this.#step };
  }

  async #open(source: Source | undefined): Promise<void> {
    this.#scrubber.pause();
    this.#step = undefined;
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

  /** Stands at a generation of a run, or plays it from there. */
  async #begin(generation: number, play: boolean): Promise<void> {
    const run = ++this.#run;
    this.#scrubber.pause();
    this.#generation = generation;
    setBusy(get("story"), true);
    try {
      if (!(await this.#live(run))) return;
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

  /** Works out how long the words live, where that is not known yet; false where another run has been begun since. */
  async #live(run: number): Promise<boolean> {
    const [book, seed] = [this.#book, this.#seed];
    if (book === this.#lived?.book && seed === this.#lived.seed) return true;
    const { counts, tokens: samples } = book;
    const life = await this.#engine.ask("lifetimes", { counts, samples, seed, generations: LAST });
    if (run !== this.#run) return false;
    this.#lived = undefined;
    this.#life = life;
    const isBuiltIn = book.source === MOBY_DICK;
    get("passage-name").textContent = isBuiltIn
      ? "Herman Melville, Moby-Dick; or, The Whale (1851)"
      : book.name;
    get("story-moby").hidden = isBuiltIn;
    for (const part of this.#parts) {
      part.begin(book, life);
      // A text may have very many words: each part takes a turn of its own.
      await turn();
      if (run !== this.#run) return false;
    }
    this.#lived = { book, seed };
    this.#point(-1, true);
    this.#steps.retell();
    return true;
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

  #share(law: string, print: Share["print"]): Share | undefined {
    if (this.#life === undefined) return undefined;
    const [book, seed, generation, said] = [this.#book, this.#seed, this.#generation, this.#said];
    return shareOf({ book, seed, generation, said }, law, print);
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
