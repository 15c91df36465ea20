import { get } from "../dom.ts";
import { Cancelled, type Engine, Lost } from "../engine/client.ts";
import type { Lifetimes } from "../engine/story-data.ts";
import { announce } from "../notice.ts";
import { shown, times } from "../plot.ts";
import type { Part, Told } from "./book.ts";

/** Finds any word of the text, and says what becomes of the one that is lit. */
export class Search implements Part {
  readonly #engine: Engine;
  readonly #input = get<HTMLInputElement>("story-word");
  readonly #found = get("story-fate");
  readonly #light: (word: number) => void;
  #book: Told | undefined;
  #life: Lifetimes | undefined;
  #reading: Promise<unknown> | undefined;
  #lit = -1;

  /** `light` lights a word up everywhere. */
  constructor(engine: Engine, light: (word: number) => void) {
    this.#engine = engine;
    this.#light = light;
    get<HTMLFormElement>("story-search").onsubmit = (event) => {
      event.preventDefault();
      this.#guarded(this.#find(this.#input.value));
    };
  }

  begin(book: Told, life: Lifetimes): void {
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
    this.#guarded(this.#tell(word));
  }

  /** Asks for something of the words of a text, and has it read first where it is not what the worker has open. */
  async #ask<T>(ask: () => Promise<T | null>): Promise<T> {
    const { source, id } = this.#book!;
    for (;;) {
      const answer = await ask();
      if (answer !== null) return answer;
      this.#reading ??= this.#engine.ask("book", { source, id }).finally(() => {
        this.#reading = undefined;
      });
      await this.#reading;
    }
  }

  async #find(text: string): Promise<void> {
    const wanted = text.trim();
    if (wanted === "") return;
    const book = this.#book!;
    const word = await this.#ask(() => this.#engine.ask("find", { id: book.id, text: wanted }));
    if (book !== this.#book) return;
    if (word >= 0) this.#light(word);
    else {
      this.#light(-1);
      this.#found.textContent = `“${wanted}” is not a word of this text.`;
    }
    announce(this.#found.textContent ?? "");
  }

  async #tell(word: number): Promise<void> {
    const book = this.#book!;
    const { id, names, counts, tokens: samples } = book;
    const death = this.#life!.deaths[word];
    const last = this.#life!.unique.length - 1;
    const here = death === 0 ? `still there at copy ${shown(last)}` : `gone at copy ${shown(death)}`;
    const say = (name: string, law = "") => {
      this.#found.textContent = `${name}: written ${times(counts[word])}, ${here}.${law}`;
    };
    const named = () => (names.has(word) ? `“${names.get(word)}”` : "…");
    say(named());
    const [name, [median]] = await Promise.all([
      names.get(word) ?? this.#ask(() => this.#engine.ask("name", { id, word })),
      this.#engine.ask("quantiles", { counts: [counts[word]], samples, q: 0.5 }),
    ]);
    names.set(word, name);
    if (this.#lit !== word || book !== this.#book) return;
    say(
      named(),
      median === Number.POSITIVE_INFINITY
        ? " Such a word is more likely to take over than to be forgotten."
        : ` By the exact law half of such words are gone by copy ${shown(median)}.`,
    );
  }

  #guarded(work: Promise<void>): void {
    work.catch((error) => {
      if (!(error instanceof Lost || error instanceof Cancelled)) this.#found.textContent = error.message;
    });
  }
}
