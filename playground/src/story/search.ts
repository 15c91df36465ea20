import { get } from "../dom.ts";
import { Cancelled, type Engine, Lost } from "../engine/client.ts";
import type { Lifetimes } from "../engine/protocol.ts";
import { announce } from "../notice.ts";
import { shown } from "../plot.ts";
import type { Part, Told } from "./book.ts";
import { times } from "./said.ts";

/** Finds any word of the text, and says what becomes of the one that is lit. */
export class Search implements Part {
  readonly #engine: Engine;
  readonly #input = get<HTMLInputElement>("story-word");
  readonly #found = get("story-fate");
  readonly #light: (word: number) => void;
  #book: Told | undefined;
  #life: Lifetimes | undefined;
  #reading: Promise<void> | undefined;
  #lit = -1;

  /** `light` lights a word up everywhere. */
  constructor(engine: Engine, light: (word: number) => void) {
    this.#engine = engine;
    this.#light = light;
    get<HTMLFormElement>("story-search").onsubmit = (event) => {
      event.preventDefault();
      void this.#find(this.#input.value);
    };
  }

  begin(book: Told, life: Lifetimes): void {
    if (book !== this.#book) this.#reading = undefined;
    this.#book = book;
    this.#life = life;
    this.#lit = -1;
    this.#found.textContent = "";
  }

  at(): void {}

  light(word: number): void {
    this.#lit = word;
    if (word < 0) {
      this.#found.textContent = "";
      return;
    }
    void this.read();
    void this.#tell(word);
  }

  /** Has the names of all words, which the page does without as long as nobody asks. */
  read(): Promise<void> {
    const book = this.#book;
    if (book === undefined || book.complete) return Promise.resolve();
    this.#reading ??= this.#engine.ask("book", book.source).then(
      ({ words }) => {
        book.words = words;
        book.complete = true;
        if (this.#book === book && this.#lit >= 0) void this.#tell(this.#lit);
      },
      (error) => {
        this.#reading = undefined;
        if (!(error instanceof Lost || error instanceof Cancelled)) this.#found.textContent = error.message;
      },
    );
    return this.#reading;
  }

  async #find(text: string): Promise<void> {
    const wanted = text.trim();
    if (wanted === "") return;
    await this.read();
    const { words } = this.#book!;
    // Cut as the text was: “Queequeg’s” is looked up as “queequeg”.
    const { words: cut } = await this.#engine.ask("words", { text: wanted });
    const word = words.indexOf(cut[0] ?? "");
    if (word >= 0) this.#light(word);
    else {
      this.#light(-1);
      this.#found.textContent = `“${wanted}” is not a word of this text.`;
    }
    announce(this.#found.textContent ?? "");
  }

  async #tell(word: number): Promise<void> {
    const { words, counts, tokens: samples } = this.#book!;
    const death = this.#life!.deaths[word];
    const last = this.#life!.unique.length - 1;
    const name = words[word] === undefined ? "…" : `“${words[word]}”`;
    const here = death === 0 ? `still there at copy ${shown(last)}` : `gone at copy ${shown(death)}`;
    const said = `${name}: written ${times(counts[word])}, ${here}.`;
    this.#found.textContent = said;
    try {
      const [median] = await this.#engine.ask("quantiles", { counts: [counts[word]], samples, q: 0.5 });
      if (this.#lit !== word) return;
      this.#found.textContent =
        median === Number.POSITIVE_INFINITY
          ? `${said} Such a word is more likely to take over than to be forgotten.`
          : `${said} By the exact law half of such words are gone by copy ${shown(median)}.`;
    } catch (error) {
      if (!(error instanceof Lost)) throw error;
    }
  }
}
