import { plural } from "../../src/plural.ts";
import { Chart } from "./charts.ts";
import { runCommand } from "./command.ts";
import { Controls } from "./controls.ts";
import { plotsOf, readable } from "./distribution-plots.ts";
import { get, make, setBusy, settled, stillness } from "./dom.ts";
import { csv } from "./download.ts";
import { Cancelled, Engine, Lost } from "./engine/client.ts";
import type { Simulated } from "./engine/protocol.ts";
import { defaults, type Values } from "./fields.ts";
import type { State } from "./link.ts";
import { follows, MODELS, type Spec, specOf, viewOf } from "./models.ts";
import { announce, notice } from "./notice.ts";
import { Player } from "./player.ts";
import { counted, type Plot, shown } from "./plot.ts";
import { promises, showPromises } from "./promises.ts";
import { NumbersTable } from "./table.ts";
import type { Taken } from "./take.ts";

/** The whole run takes about so many seconds to watch. */
const SECONDS = 7;

/** What is chosen of how a run is seen, not of what is run. */
const VIEW = ["draw", "follow"];

/** The view of the distributions. */
export class Distributions {
  readonly #panel = get("panel-distributions");
  readonly #engine = new Engine();
  readonly #charts = [
    new Chart(get("chart-lines"), (line) => this.#follow(String(line))),
    new Chart(get("chart-survival")),
  ];
  readonly #tables = [new NumbersTable(get("table-lines")), new NumbersTable(get("table-survival"))];
  readonly #controls: Controls;
  readonly #player: Player;
  readonly #onState: () => void;
  readonly #model = get<HTMLSelectElement>("model");
  readonly #refresh = settled(() => void this.#run(), 60);
  #state: State;
  #shown: Simulated | undefined;
  #spec: Spec | undefined;
  #position = 0;
  #waiting = false;
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
      frame: (seconds) => this.#frame(seconds),
      step: () => this.#goTo(Math.floor(this.#position) + 1),
      reset: () => this.#goTo(0),
      ready: () => {
        if (this.#position >= this.#last) this.#goTo(0);
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
    this.#shown = undefined;
    this.#position = 0;
    void this.#run(state.at ?? (stillness() ? Number.POSITIVE_INFINITY : undefined));
  }

  /** What the address is to hold. */
  get state(): State {
    const { at: _, ...state } = this.#state;
    const run = this.#shown;
    return run && !this.#player.playing ? { ...state, at: run.generations[this.#index] } : state;
  }

  /** Stops the show while the view is hidden. */
  hide(): void {
    this.#player.pause();
  }

  /** What can be downloaded. */
  taken(): Taken | undefined {
    const run = this.#shown;
    const spec = this.#spec;
    if (run === undefined || spec === undefined) return undefined;
    return {
      name: `lethe-${spec.model}-${spec.seed}`,
      command: runCommand(spec),
      sentence: this.#finding(),
      own: false,
      plots: plotsOf(spec, run, viewOf(this.#state.values)),
      upto: this.#index,
      caption: [
        runCommand(spec),
        `lethe ${run.version} · Rate of Model Collapse in Recursive Training, arXiv 2412.17646`,
      ],
      csv: csv([
        ["generation", run.generations],
        [`${spec.observable} mean`, run.mean],
        [`${spec.observable} q10`, run.low],
        [`${spec.observable} median`, run.middle],
        [`${spec.observable} q90`, run.high],
        [`${spec.event} probability`, run.probability],
        [`${spec.event} standardError`, run.standardError],
        [`${spec.event} lower`, run.lower],
        [`${spec.event} upper`, run.upper],
        ...[...(run.survivalTheory ?? []), ...(run.meanTheory ?? [])].map(
          ({ name, side, values }) => [`${name} (${side})`, values] as const,
        ),
        ...run.lines.map((line, i) => [`${spec.observable} of trajectory ${i}`, line] as const),
      ]),
    };
  }

  get #last(): number {
    return (this.#shown?.generations.length ?? 1) - 1;
  }

  get #index(): number {
    return Math.min(this.#last, Math.floor(this.#position));
  }

  #choose(chosen: Values): void {
    const before = this.#state.values;
    const values = follows(this.#state.model, before, chosen);
    this.#state = { ...this.#state, values };
    if (values !== chosen) this.#controls.bring("generations", values["generations"]);
    if (Object.keys(values).every((name) => VIEW.includes(name) || values[name] === before[name])) {
      // The same run, seen differently.
      this.#draw();
      this.#onState();
      return;
    }
    // While something is being tried out the whole picture is there at once.
    this.#player.pause();
    this.#position = Number.POSITIVE_INFINITY;
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
    this.#position = 0;
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
      this.#spec = spec;
      this.#shown = progress;
      if (!begun && at !== undefined) this.#position = indexOf(progress.generations, at);
      this.#soon();
      if (!begun && at === undefined && this.#position === 0) this.#player.play();
      begun = true;
      if (progress.trajectories === spec.trajectories) busy.textContent = "working out the theory …";
    };
    try {
      busy.textContent = "simulating …";
      take(await this.#engine.ask("simulate", spec, take, under.signal));
      busy.textContent = "";
      this.#onState();
      if (!this.#player.playing) this.#tell();
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

  /** Draws in the next frame: what comes together is drawn once. */
  #soon(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    requestAnimationFrame(() => {
      this.#waiting = false;
      this.#draw();
    });
  }

  #draw(): void {
    const run = this.#shown;
    const spec = this.#spec;
    // Another state may have been shown since this frame was asked for.
    if (run === undefined || spec === undefined) return;
    const [lines, survival] = plotsOf(spec, run, viewOf(this.#state.values));
    this.#position = Math.min(this.#position, this.#last);
    this.#picture(0, lines, "title-lines");
    // In the frame after: two charts in one would be felt.
    requestAnimationFrame(() => this.#picture(1, survival, "title-survival"));
    get("note-lines").textContent =
      `${lines.note}. Point at the picture to see a single one, click to follow it.`;
    get("silent").hidden = run.survivalTheory === undefined || run.survivalTheory.length > 0;
    get("command-distributions").textContent = runCommand(spec);
    this.#say();
  }

  #picture(i: 0 | 1, plot: Plot, title: string): void {
    this.#charts[i].show(plot, this.#index);
    this.#tables[i].show(plot);
    get(title).textContent = plot.title;
  }

  #frame(seconds: number): boolean {
    if (this.#shown === undefined) return false;
    this.#position = Math.min(this.#last, this.#position + (seconds * this.#last) / SECONDS);
    this.#reveal();
    return this.#position < this.#last;
  }

  #goTo(index: number): void {
    this.#position = Math.min(this.#last, index);
    this.#reveal();
    for (const chart of this.#charts) chart.settle();
    this.#onState();
  }

  #reveal(): void {
    for (const chart of this.#charts) chart.reveal(this.#index);
    this.#say();
  }

  #say(): void {
    const run = this.#shown;
    if (run === undefined) return;
    const generation = run.generations[this.#index];
    const last = run.generations[this.#last];
    this.#player.where = `generation ${generation.toLocaleString("en-GB")} of ${last.toLocaleString("en-GB")}`;
    get("finding-distributions").textContent = this.#finding();
    showPromises(get("promises"), promises(run, this.#index));
  }

  /** What can be seen, in a sentence: also what a screen reader is told of the pictures. */
  #finding(): string {
    const run = this.#shown!;
    const { event } = this.#spec!;
    const i = this.#index;
    const p = run.probability[i];
    const all = run.trajectories.toLocaleString("en-GB");
    const error = (100 * run.standardError[i]).toFixed(1);
    // Generation 0 is given, and so certain.
    const end = (side: "lower" | "upper", word: string) =>
      i === 0 ? "" : ` (95 %: ${word} ${Number((100 * run[side][i]).toPrecision(4))} %)`;
    const none = `none${end("upper", "below")}`;
    const each = `each${end("lower", "above")}`;
    const share = p === 0 ? none : p === 1 ? each : `${(100 * p).toFixed(1)} ± ${error} %`;
    // Nothing that is still to come.
    const median =
      run.median !== null && run.median <= run.generations[i]
        ? ` Half of all trajectories have lost it by generation ${run.median.toLocaleString("en-GB")}.`
        : i === this.#last && i > 0 && run.median === null
          ? " More than half of all trajectories keep it to the end."
          : "";
    const when = i === 0 ? "At first" : `After ${counted(run.generations[i], "generation")}`;
    return `${when}, ${readable(event)} ${i === 0 ? "holds" : "still holds"} in ${share} of ${all} ${plural(run.trajectories, "trajectory")}.${median}`;
  }

  #tell(): void {
    const run = this.#shown;
    if (run === undefined) return;
    const finding = this.#finding();
    announce(finding);
    get("chart-lines").setAttribute(
      "aria-label",
      `Line chart. ${finding} At the end the mean is ${shown(run.mean[this.#last])}.`,
    );
    get("chart-survival").setAttribute(
      "aria-label",
      `Line chart of the survival probability over generations. ${finding}`,
    );
  }

  #changed(playing: boolean): void {
    if (playing) return;
    for (const chart of this.#charts) chart.settle();
    this.#onState();
    this.#tell();
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

/** The index of the last recorded generation that is not after `at`. */
function indexOf(generations: readonly number[], at: number): number {
  let index = generations.length - 1;
  while (index > 0 && generations[index] > at) --index;
  return index;
}
