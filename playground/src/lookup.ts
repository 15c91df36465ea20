import { get, stillness } from "./dom.ts";
import { type Engine, Lost } from "./engine/client.ts";
import { Fault } from "./engine/fault.ts";
import { showFate } from "./fate.ts";
import { announce } from "./notice.ts";

/** Says what becomes of a word that is looked up, or clicked, in the text that the worker has open. */
export class Lookup {
  readonly #engine: Engine;
  readonly #host = get("fate");
  #isOpen = false;
  #word = "";

  constructor(engine: Engine) {
    this.#engine = engine;
    get<HTMLFormElement>("lookup").onsubmit = (event) => {
      event.preventDefault();
      void this.ask(get<HTMLInputElement>("lookup-word").value);
    };
  }

  /** Forgets the word: another text is open, or none. */
  clear(isOpen: boolean): void {
    this.#isOpen = isOpen;
    this.#word = "";
    this.#host.replaceChildren();
  }

  async ask(word: string): Promise<void> {
    if (!(await this.#show(word))) return;
    this.#host.scrollIntoView({ block: "nearest", behavior: stillness() ? "auto" : "smooth" });
    announce(this.#host.textContent ?? "");
  }

  /** Says of the same word how it stands now. */
  async again(): Promise<void> {
    await this.#show(this.#word);
  }

  /** False where there is nothing to show. */
  async #show(word: string): Promise<boolean> {
    if (word.trim() === "" || !this.#isOpen) return false;
    try {
      const fate = await this.#engine.ask("fate", { word });
      this.#word = fate.word;
      showFate(this.#host, fate);
      return true;
    } catch (error) {
      if (error instanceof Lost) return false;
      if (!(error instanceof Fault)) throw error;
      this.#host.textContent = error.message;
      return true;
    }
  }
}
