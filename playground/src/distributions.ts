import { runCommand } from "./command.ts";
import { Controls } from "./controls.ts";
import { distributionCsv } from "./distribution-csv.ts";
import { get, make, setBusy, settled, stillness } from "./dom.ts";
import type { Simulated } from "./engine/bench-data.ts";
import { Cancelled, Engine, Lost } from "./engine/client.ts";
import { defaults, type Values } from "./fields.ts";
import type { State } from "./link.ts";
import { MODELS } from "./models.ts";
import { notice } from "./notice.ts";
import { Player } from "./player.ts";
import { Showing } from "./showing.ts";
import { follows, specOf } from "./spec.ts";
import type { Taken } from "./take.ts";

/** What is chosen of how a run is seen, not of what is run. */
const VIEW = ["draw", "follow"];

/** The view of the distributions. */
export class Distributions {
  readonly #panel = get("panel-distributions");
  readonly #engine = new Engine();
  readonly #showing = new Showing(
    () => this.#state.values,
    (where) => {
      this.#player.where = where;
    },
    (line) => this.#follow(String(line)),
  );
  readonly #controls: Controls;
  readonly #player: Player;
  readonly #onState: () => void;
  readonly #model = get<HTMLSelectElement>("model");
  readonly #refresh = settled(() => void this.#run(), 60);
  #state: State;
  #under: AbortController | undefined;

  /** `onState` hears when the address should be written again. */
  constructor(state: State, onState: () => void) {
    this.#state = state;
    this.#onState = onState;
    this.#engine.onLost = () => this.#lost();
    this.#controls = new Controls(get("fields"), (values) => this.#choose(values));
    this.#model.append(
      ...Object.entries(MODELS).map(([value, { title }]) => make("option", { value, textContent: title })),
    );
    this.#model.onchange = () => this.#change(this.#model.value);
    this.#player = new Player(get("player-distributions"), {
      frame: (seconds) => this.#showing.frame(seconds),
      step: () => this.#goTo(this.#showing.index + 1),
      reset: () => this.#goTo(0),
      ready: () => {
        if (this.#showing.isOver) this.#goTo(0);
      },
      reseed: (seed) => this.#reseed(seed),
      changed: (playing) => this.#changed(playing),
    });
  }

  /** Shows a state, from the address. */
  show(state: State): void {
    this.#state = state;
    this.#model.value = state.model;
    get("model-text").textContent = MODELS[state.model].text;
    this.#controls.show(MODELS[state.model].fields, state.values);
    this.#player.seed = state.seed;
    this.#player.pause();
    this.#showing.clear();
    void this.#run(state.at ?? (stillness() ? Number.POSITIVE_INFINITY : undefined));
  }

  /** What the address is to hold. */
  get state(): State {
    const { at: _, ...state } = this.#state;
    const { run, index } = this.#showing;
    return run && !this.#player.playing ? { ...state, at: run.generations[index] } : state;
  }

  /** Stops the show while the view is hidden. */
  hide(): void {
    this.#player.pause();
  }

  /** What can be downloaded. */
  taken(): Taken | undefined {
    const { run, spec } = this.#showing;
    if (run === undefined || spec === undefined) return undefined;
    return {
      name: `lethe-${spec.model}-${spec.seed}`,
      command: runCommand(spec),
      sentence: this.#showing.finding,
      own: false,
      plots: this.#showing.plots,
      upto: this.#showing.index,
      caption: [
        runCommand(spec),
        `lethe ${run.version} · Rate of Model Collapse in Recursive Training, arXiv 2412.17646`,
      ],
      csv: distributionCsv(spec, run),
    };
  }

  #choose(chosen: Values): void {
    const before = this.#state.values;
    const values = follows(this.#state.model, before, chosen);
    this.#state = { ...this.#state, values };
    if (values !== chosen) this.#controls.bring("generations", values["generations"]);
    if (Object.keys(values).every((name) => VIEW.includes(name) || values[name] === before[name])) {
      // The same run, seen differently.
      this.#showing.draw();
      this.#onState();
      return;
    }
    // While something is being tried out the whole picture is there at once.
    this.#player.pause();
    this.#showing.wait(Number.POSITIVE_INFINITY);
    this.#refresh();
  }

  /** Follows a trajectory, or no longer. */
  #follow(line: string): void {
    const { values } = this.#state;
    const follow = values["follow"] === line ? "none" : line;
    this.#controls.bring("follow", follow);
    this.#choose({ ...values, follow });
  }

  #change(model: string): void {
    const { at: _, ...state } = this.#state;
    this.show({ ...state, model, values: defaults(MODELS[model].fields) });
    this.#onState();
  }

  #reseed(seed: number | string): void {
    this.#state = { ...this.#state, seed };
    this.#player.seed = seed;
    this.#player.pause();
    this.#showing.wait(0);
    void this.#run(stillness() ? Number.POSITIVE_INFINITY : undefined);
  }

  /** Runs what was chosen. Ends at generation `at`, or plays from the beginning where none is given. */
  async #run(at?: number): Promise<void> {
    this.#under?.abort();
    const under = new AbortController();
    this.#under = under;
    const { model, values, seed } = this.#state;
    const spec = specOf(model, values, seed);
    const busy = get("busy-distributions");
    setBusy(this.#panel, true);
    let begun = false;
    const take = (progress: Simulated | number) => {
      if (under.signal.aborted) return;
      if (typeof progress === "number") {
        busy.textContent = `simulating … ${Math.round(100 * progress)} %`;
        return;
      }
      this.#showing.take(spec, progress, begun ? undefined : at);
      if (!begun && at === undefined && this.#showing.index === 0) this.#player.play();
      begun = true;
      if (progress.trajectories === spec.trajectories) busy.textContent = "working out the theory …";
    };
    try {
      busy.textContent = "simulating …";
      take(await this.#engine.ask("simulate", spec, take, under.signal));
      busy.textContent = "";
      this.#onState();
      if (!this.#player.playing) this.#showing.tell();
      // Once it has been drawn.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => this.#under === under && setBusy(this.#panel, false)),
      );
    } catch (error) {
      if (error instanceof Cancelled || error instanceof Lost) return;
      busy.textContent = "";
      setBusy(this.#panel, false);
      notice(
        "This cannot be simulated",
        [error instanceof Error ? error.message : String(error)],
        [["Try again", () => void this.#run(at)]],
      );
    }
  }

  #goTo(index: number): void {
    this.#showing.goTo(index);
    this.#onState();
  }

  #changed(playing: boolean): void {
    if (playing) return;
    this.#showing.settle();
    this.#onState();
    this.#showing.tell();
  }

  #lost(): void {
    this.#player.pause();
    get("busy-distributions").textContent = "";
    notice(
      "The worker that simulates was lost",
      ["The browser may have run out of memory. Nothing you chose is lost."],
      [["Restart it", () => void this.#run(this.state.at ?? Number.POSITIVE_INFINITY)]],
    );
  }
}
