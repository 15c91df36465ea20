import { get, make } from "../dom.ts";
import type { Lifetimes } from "../engine/story-data.ts";
import type { Part, Told } from "./book.ts";

/** The beginning of the text as printed; forgotten words are struck out where they stand. */
export class Passage implements Part {
  readonly #host = get("passage");
  readonly #onWord: (word: number, kept: boolean) => void;
  /** For each word of the passage where it stands. */
  #spans = new Map<number, HTMLElement[]>();
  #deaths: Uint32Array = new Uint32Array();
  #lit = -1;

  /** `onWord` hears of the word under the pointer, and of one that is to stay lit. */
  constructor(onWord: (word: number, kept: boolean) => void) {
    this.#onWord = onWord;
    // On a phone it may be longer than its window: the arrow keys can move it.
    this.#host.tabIndex = 0;
    const wordAt = ({ target }: Event) => Number((target as HTMLElement).dataset["word"] ?? -1);
    this.#host.onpointerover = (event) => this.#onWord(wordAt(event), false);
    this.#host.onpointerleave = () => this.#onWord(-1, false);
    this.#host.onclick = (event) => this.#onWord(wordAt(event), true);
  }

  begin({ pieces }: Told, { deaths }: Lifetimes): void {
    this.#deaths = deaths;
    this.#spans = new Map();
    const nodes = pieces.map(([text, word]) => {
      if (word < 0) return text;
      const span = make("span", { textContent: text });
      span.dataset["word"] = String(word);
      const others = this.#spans.get(word) ?? [];
      others.push(span);
      this.#spans.set(word, others);
      return span;
    });
    this.#host.replaceChildren(...nodes);
  }

  at(generation: number): void {
    for (const [word, spans] of this.#spans) {
      const gone = this.#deaths[word] > 0 && this.#deaths[word] <= generation;
      if (spans[0].classList.contains("gone") === gone) continue;
      for (const span of spans) span.classList.toggle("gone", gone);
    }
  }

  /** What is seen of it in the window; undefined where it is not shown. */
  get box(): DOMRect | undefined {
    const box = this.#host.getBoundingClientRect();
    return box.width === 0 ? undefined : box;
  }

  /** Where a word stands in the window; undefined where it is not in what is seen of the passage. */
  place(word: number): { readonly x: number; readonly y: number } | undefined {
    const span = this.#spans.get(word)?.[0];
    if (span === undefined) return undefined;
    const { left, top, width, height } = span.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const box = this.#host.getBoundingClientRect();
    // On a phone it may be longer than its window.
    return y > box.top && y < box.bottom ? { x, y } : undefined;
  }

  light(word: number): void {
    for (const span of this.#spans.get(this.#lit) ?? []) span.classList.remove("lit");
    this.#lit = word;
    for (const span of this.#spans.get(word) ?? []) span.classList.add("lit");
  }
}
