import { Chart } from "./charts.ts";
import { Controls } from "./controls.ts";
import { get, setBusy, settled, stillness } from "./dom.ts";
import { Cancelled, Engine, Lost } from "./engine/client.ts";
import { Fault } from "./engine/fault.ts";
import type { Source } from "./engine/protocol.ts";
import type { Values } from "./fields.ts";
import { Forgetting } from "./forgetting.ts";
import type { State } from "./link.ts";
import { Lookup } from "./lookup.ts";
import { MOBY_DICK } from "./moby-dick.ts";
import { announce, notice } from "./notice.ts";
import { OpenText } from "./open-text.ts";
import { Player } from "./player.ts";
import { shown } from "./plot.ts";
import { showPromises, vocabularyPromises } from "./promises.ts";
import { Reading } from "./reading.ts";
import { choosing } from "./sources.ts";
import { NumbersTable } from "./table.ts";
import type { Taken } from "./take.ts";
import { TEXT_FIELDS } from "./text-fields.ts";
import { Words } from "./words.ts";

/** The view of a text. */
export class TextView {
  readonly #panel = get("panel-text");
  readonly #engine = new Engine();
  readonly #chart = new Chart(get("chart-vocabulary"));
  readonly #table = new NumbersTable(get("table-vocabulary"));
  readonly #text = new OpenText(this.#engine);
  readonly #lookup = new Lookup(this.#engine);
  readonly #words = new Words(get("words"), (word) => void this.#lookup.ask(word));
  readonly #forgetting = new Forgetting(this.#engine, (counts) => this.#grown(counts));
  readonly #reading = new Reading((values) => {
    this.#choose(values);
    this.#onState();
  });
  readonly #controls: Controls;
  readonly #player: Player;
  readonly #onState: () => void;
  readonly #again = settled(() => void this.#begin(Number.POSITIVE_INFINITY), 150);
  #state: State;

  constructor(state: State, onState: () => void) {
    this.#state = state;
    this.#onState = onState;
    this.#engine.onLost = () => this.#lost();
    this.#controls = new Controls(get("text-fields"), (values) => {
      this.#choose(values);
      this.#player.pause();
      this.#again();
    });
    this.#player = new Player(get("player-text"), {
      frame: (seconds) => this.#text.corpus !== undefined && this.#forgetting.frame(seconds),
      step: () => void this.#goTo(this.#forgetting.generation + 1),
      reset: () => void this.#begin(0),
      ready: () => {
        if (this.#forgetting.generation >= this.#last) void this.#begin(undefined);
      },
      reseed: (seed) => {
        this.#state = { ...this.#state, seed };
        this.#player.seed = seed;
        this.#player.pause();
        void this.#begin(stillness() ? Number.POSITIVE_INFINITY : undefined);
        this.#read();
      },
      changed: (playing) => {
        if (!playing) this.#rest();
      },
    });
    choosing((source) => void this.#open(source));
    for (const [button, what] of [
      ["counts-text", "words"],
      ["list-text", "counts"],
    ] as const)
      get(button).onclick = () => void this.#text.download(what, this.#forgetting.generation);
  }

  /** Shows a state, from the address. */
  show(state: State): void {
    this.#state = state;
    this.#player.seed = state.seed;
    this.#player.pause();
    this.#controls.show(
      TEXT_FIELDS.filter(({ name }) => name === "generations"),
      { generations: state.values["generations"] },
    );
    if (this.#text.corpus) {
      void this.#begin(state.at);
      this.#read();
    } else
      void this.#open(this.#text.source, state.at ?? (stillness() ? Number.POSITIVE_INFINITY : undefined));
  }

  get state(): State {
    const { at: _, ...state } = this.#state;
    return this.#text.corpus && !this.#player.playing ? { ...state, at: this.#forgetting.generation } : state;
  }

  hide(): void {
    this.#player.pause();
  }

  taken(): Taken | undefined {
    const { vocabulary } = this.#forgetting;
    if (this.#text.corpus === undefined || vocabulary === undefined) return undefined;
    const { source, isOwn } = this.#text;
    const command = this.#text.command(this.#state.seed, this.#last);
    return {
      name: `lethe-${source.name.replaceAll(/[^\p{L}\p{N}]+/gu, "-")}-${this.#state.seed}`,
      command,
      sentence: `${source.name}. ${vocabulary.finding}`,
      own: isOwn,
      plots: [vocabulary.plot],
      upto: vocabulary.upto,
      caption: [command, "Rate of Model Collapse in Recursive Training, arXiv 2412.17646"],
      csv: vocabulary.csv,
    };
  }

  get #last(): number {
    return Number(this.#state.values["generations"]);
  }

  #choose(values: Values): void {
    this.#state = { ...this.#state, values: { ...this.#state.values, ...values } };
  }

  /** Opens a text, and begins to forget it. */
  async #open(source: Source, at = stillness() ? Number.POSITIVE_INFINITY : undefined): Promise<void> {
    this.#player.pause();
    setBusy(this.#panel, true);
    try {
      await this.#text.open(source);
      this.#lookup.clear(true);
      await this.#begin(at);
      this.#read();
    } catch (error) {
      if (error instanceof Cancelled || error instanceof Lost) return;
      setBusy(this.#panel, false);
      const words = error instanceof Fault ? error.message : `something went wrong: ${error}`;
      const [what, other] = source === MOBY_DICK ? ["Try again", at] : ["Use Moby-Dick", undefined];
      notice("This text cannot be used", [words], [[what, () => void this.#open(MOBY_DICK, other)]]);
    }
  }

  #read(): void {
    const { source, id } = this.#text;
    this.#reading.show(source, id, this.#state.seed, this.#state.values);
  }

  /** Begins again; goes to generation `at`, or plays where none is given. */
  async #begin(at: number | undefined): Promise<void> {
    const { corpus, source } = this.#text;
    if (corpus === undefined) return;
    setBusy(this.#panel, true);
    const { seed } = this.#state;
    const generations = this.#last;
    if (!(await this.#forgetting.begin(source.name, corpus.types, { seed, generations }))) return;
    const { plot } = this.#forgetting.vocabulary!;
    this.#words.show(corpus.shown);
    this.#chart.show(plot, 0);
    this.#table.show(plot);
    get("command-text").textContent = this.#text.command(seed, generations);
    this.#say();
    if (at === undefined) this.#player.play();
    else if (!(await this.#goTo(at))) return;
    setBusy(this.#panel, false);
  }

  /** False where it was begun again meanwhile. */
  async #goTo(generation: number): Promise<boolean> {
    const here = await this.#forgetting.goTo(generation);
    if (here && !this.#player.playing) this.#rest();
    return here;
  }

  #grown(counts: Float64Array): void {
    const { plot, upto } = this.#forgetting.vocabulary!;
    this.#words.update(counts);
    this.#chart.grow(plot, upto);
    this.#say();
  }

  #say(): void {
    const { theory, unique, generation, finding } = this.#forgetting.vocabulary!;
    showPromises(get("promises-text"), vocabularyPromises(theory, unique, generation));
    this.#player.where = `generation ${shown(generation)} of ${shown(this.#last)}`;
    get("finding-text").textContent = finding;
  }

  /** The picture stands still: the address and the descriptions follow. */
  #rest(): void {
    this.#onState();
    const { vocabulary } = this.#forgetting;
    if (this.#text.corpus === undefined || vocabulary === undefined) return;
    this.#chart.settle();
    const { finding, plot } = vocabulary;
    announce(finding);
    get("chart-vocabulary").setAttribute(
      "aria-label",
      `Line chart, both axes logarithmic, of the different words left. ${finding}`,
    );
    this.#table.show(plot);
    void this.#lookup.again();
  }

  #lost(): void {
    this.#player.pause();
    const at = this.#forgetting.generation;
    this.#text.lose();
    this.#lookup.clear(false);
    get("busy-text").textContent = "";
    notice(
      "The worker that counts was lost",
      ["The browser may have run out of memory. Your text is still here."],
      [["Restart it", () => void this.#open(this.#text.source, at)]],
    );
  }
}
