import { make } from "./dom.ts";
import { confirm } from "./notice.ts";
import { newSeed, readSeed, SEED_ALLOWED } from "./seed.ts";

/** What a player moves. */
interface Played {
  /** A frame has passed while playing: `seconds` since the last one, times the speed. False: it has come to its end. */
  frame(seconds: number): boolean;
  step(): void;
  reset(): void;
  /** Before playing from where it stands: goes back to the beginning where there is nothing left. */
  ready(): void;
  reseed(seed: number | string): void;
  /** Playing or not has changed. */
  changed(playing: boolean): void;
}

const SPEEDS = [0.25, 0.5, 1, 2, 4, 16];

/** Play, pause, step, reset, speed and seed. */
export class Player {
  playing = false;
  readonly #played: Played;
  readonly #toggle: HTMLButtonElement;
  readonly #speed: HTMLSelectElement;
  readonly #seed: HTMLInputElement;
  // No <output>, of which a screen reader would tell every frame: what is to be heard is said when it rests.
  readonly #where = make("span", { className: "where" });
  #last = 0;

  constructor(host: HTMLElement, played: Played) {
    this.#played = played;
    const button = (text: string, act: (button: HTMLButtonElement) => void, className = "") => {
      const made = make("button", { type: "button", textContent: text, className });
      made.onclick = () => act(made);
      return made;
    };
    this.#toggle = button("Play", () => (this.playing ? this.pause() : this.play()), "primary");
    this.#speed = make(
      "select",
      { id: `${host.id}-speed` },
      ...SPEEDS.map((speed) =>
        make("option", { value: String(speed), textContent: `${speed}×`, selected: speed === 1 }),
      ),
    );
    this.#seed = make("input", {
      id: `${host.id}-seed`,
      type: "text",
      autocomplete: "off",
      spellcheck: false,
    });
    this.#seed.onchange = () => {
      const seed = readSeed(this.#seed.value.trim());
      this.#seed.setAttribute("aria-invalid", String(seed === undefined));
      this.#seed.title = seed === undefined ? `not ${SEED_ALLOWED}` : "";
      if (seed !== undefined) played.reseed(seed);
    };
    host.append(
      this.#toggle,
      button("Step", () => {
        this.pause();
        played.step();
      }),
      button("Reset", () => {
        this.pause();
        played.reset();
      }),
      make("label", { htmlFor: this.#speed.id, textContent: "Speed" }),
      this.#speed,
      make("label", { htmlFor: this.#seed.id, textContent: "Seed" }),
      this.#seed,
      button("New seed", (pressed) => {
        const seed = newSeed();
        confirm(pressed, "New seed");
        played.reseed(seed);
      }),
      this.#where,
    );
  }

  /** Shows the seed in use. */
  set seed(seed: number | string) {
    this.#seed.value = String(seed);
    this.#seed.setAttribute("aria-invalid", "false");
  }

  /** Shows where it stands. */
  set where(text: string) {
    this.#where.textContent = text;
  }

  play(): void {
    if (this.playing) return;
    this.#played.ready();
    this.#set(true);
    this.#last = performance.now();
    requestAnimationFrame((now) => this.#frame(now));
  }

  pause(): void {
    if (this.playing) this.#set(false);
  }

  #set(playing: boolean): void {
    this.playing = playing;
    this.#toggle.textContent = playing ? "Pause" : "Play";
    this.#played.changed(playing);
  }

  #frame(now: number): void {
    if (!this.playing) return;
    // After a pause in the background the picture does not jump; and a frame may be older than the press of the button.
    const seconds = Math.max(0, Math.min(0.1, (now - this.#last) / 1000)) * Number(this.#speed.value);
    this.#last = now;
    if (this.#played.frame(seconds)) requestAnimationFrame((next) => this.#frame(next));
    else this.#set(false);
  }
}
