import { boundLook } from "../../src/plot/bound-look.ts";
import { plural } from "../../src/plural.ts";
import { Chart } from "./charts.ts";
import { countsCommand, forgetCommand } from "./command.ts";
import { Controls } from "./controls.ts";
import { get, setBusy, settled, stillness } from "./dom.ts";
import { csv, download } from "./download.ts";
import { Cancelled, Engine, Lost } from "./engine/client.ts";
import { Fault } from "./engine/fault.ts";
import type { Corpus, Source, VocabularyTheory } from "./engine/protocol.ts";
import { showFate } from "./fate.ts";
import type { State } from "./link.ts";
import { announce, notice } from "./notice.ts";
import { Player } from "./player.ts";
import { type Plot, rangeOf, shown } from "./plot.ts";
import { Reading } from "./reading.ts";
import { choosing } from "./sources.ts";
import { NumbersTable } from "./table.ts";
import type { Taken } from "./take.ts";
import { TEXT_FIELDS } from "./text-fields.ts";
import { Words } from "./words.ts";

/** A tenfold of generations takes about so many seconds to watch: as on the logarithmic axis, time runs evenly. */
const TENFOLD = 5;
const MOBY_DICK: Source = {
  kind: "url",
  url: new URL("./moby-dick.txt.gz", document.baseURI).href,
  name: "Moby-Dick",
};

/** The view of a text. */
export class TextView {
  readonly #panel = get("panel-text");
  readonly #engine = new Engine();
  readonly #chart = new Chart(get("chart-vocabulary"));
  readonly #table = new NumbersTable(get("table-vocabulary"));
  readonly #words = new Words(get("words"), (word) => void this.#ask(word));
  readonly #reading: Reading;
  readonly #controls: Controls;
  readonly #player: Player;
  readonly #onState: () => void;
  readonly #again = settled(() => void this.#begin(Number.POSITIVE_INFINITY), 150);
  #state: State;
  #source = MOBY_DICK;
  #id = 0;
  #opened = -1;
  #corpus: Corpus | undefined;
  #theory: VocabularyTheory | undefined;
  /** Different words left, from generation 0 as far as it has come. */
  #unique: number[] = [];
  #target = 0;
  #asking = false;
  #run = 0;
  #word = "";
  #under: AbortController | undefined;

  constructor(state: State, onState: () => void) {
    this.#state = state;
    this.#onState = onState;
    this.#engine.onLost = () => this.#lost();
    this.#reading = new Reading((values) => {
      this.#state = { ...this.#state, values: { ...this.#state.values, ...values } };
      this.#onState();
    });
    this.#controls = new Controls(get("text-fields"), (values) => {
      this.#state = { ...this.#state, values: { ...this.#state.values, ...values } };
      this.#player.pause();
      this.#again();
    });
    this.#player = new Player(get("player-text"), {
      frame: (seconds) => this.#frame(seconds),
      step: () => void this.#goTo(this.#generation + 1),
      reset: () => void this.#begin(0),
      ready: () => {
        if (this.#generation >= this.#last) void this.#begin(undefined);
      },
      reseed: (seed) => {
        this.#state = { ...this.#state, seed };
        this.#player.seed = seed;
        this.#player.pause();
        void this.#begin(stillness() ? Number.POSITIVE_INFINITY : undefined);
        this.#read();
      },
      changed: (playing) => this.#changed(playing),
    });
    choosing((source) => void this.#open(source ?? MOBY_DICK));
    get<HTMLFormElement>("lookup").onsubmit = (event) => {
      event.preventDefault();
      void this.#ask(get<HTMLInputElement>("lookup-word").value);
    };
    get("counts-text").onclick = () => void this.#download("words");
    get("list-text").onclick = () => void this.#download("counts");
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
    if (this.#opened === this.#id && this.#corpus) {
      void this.#begin(state.at);
      this.#read();
    } else void this.#open(this.#source, state.at ?? (stillness() ? Number.POSITIVE_INFINITY : undefined));
  }

  get state(): State {
    const { at: _, ...state } = this.#state;
    return this.#corpus && !this.#player.playing ? { ...state, at: this.#generation } : state;
  }

  hide(): void {
    this.#player.pause();
  }

  taken(): Taken | undefined {
    if (this.#corpus === undefined || this.#theory === undefined) return undefined;
    const { seed } = this.#state;
    const { generations, lower, upper } = this.#theory;
    const unique = this.#unique;
    return {
      name: `lethe-${this.#source.name.replaceAll(/[^\p{L}\p{N}]+/gu, "-")}-${seed}`,
      command: this.#command(),
      plots: [this.#plot()],
      upto: this.#upto,
      caption: [this.#command(), "Rate of Model Collapse in Recursive Training, arXiv 2412.17646"],
      csv: csv([
        ["generation", [...unique.keys()]],
        ["unique", unique],
        ["theory generation", generations],
        ["Corollary 1 (lower)", lower],
        ["Corollary 1 (upper)", upper],
      ]),
    };
  }

  get #generation(): number {
    return Math.max(0, this.#unique.length - 1);
  }

  get #last(): number {
    return Number(this.#state.values["generations"]);
  }

  #command(): string {
    const { seed } = this.#state;
    if (this.#corpus?.segmented || this.#source.kind === "text")
      return countsCommand("counts.txt", seed, this.#last);
    return forgetCommand(this.#source === MOBY_DICK ? undefined : this.#source.name, seed, this.#last);
  }

  /** Opens a text, and begins to forget it. */
  async #open(source: Source, at = stillness() ? Number.POSITIVE_INFINITY : undefined): Promise<void> {
    this.#under?.abort();
    const under = new AbortController();
    this.#under = under;
    this.#player.pause();
    const busy = get("busy-text");
    setBusy(this.#panel, true);
    busy.textContent = `reading ${source.name} …`;
    try {
      const corpus = await this.#engine.ask(
        "open",
        source,
        (share) => {
          busy.textContent = `reading ${source.name} … ${Math.round(100 * share)} %`;
        },
        under.signal,
      );
      busy.textContent = "";
      this.#source = source;
      this.#corpus = corpus;
      this.#opened = ++this.#id;
      this.#word = "";
      this.#about();
      await this.#begin(at);
      this.#read();
    } catch (error) {
      if (error instanceof Cancelled || error instanceof Lost) return;
      busy.textContent = "";
      setBusy(this.#panel, false);
      const words = error instanceof Fault ? error.message : `something went wrong: ${error}`;
      notice("This text cannot be used", [words], [["Use Moby-Dick", () => void this.#open(MOBY_DICK)]]);
    }
  }

  #about(): void {
    const { tokens, types, segmented } = this.#corpus!;
    const mine = this.#source !== MOBY_DICK;
    get("about-text").textContent =
      `${this.#source.name}: ${shown(tokens)} ${plural(tokens, "word")}, ${shown(types)} different ${plural(types, "one")}.` +
      (segmented ? " Cut into words by your browser’s dictionary, as it is written without spaces." : "") +
      (mine ? " Your text stays in this page: it is sent nowhere, and a link cannot hold it." : "");
    get("counts-note").hidden = !(segmented || this.#source.kind === "text");
    get("fate").replaceChildren();
    announce(get("about-text").textContent ?? "");
  }

  #read(): void {
    this.#reading.show(this.#source, this.#opened, this.#state.seed, this.#state.values);
  }

  /** Begins again; goes to generation `at`, or plays where none is given. */
  async #begin(at: number | undefined): Promise<void> {
    const corpus = this.#corpus;
    if (corpus === undefined) return;
    const run = ++this.#run;
    this.#asking = false;
    const generations = this.#last;
    setBusy(this.#panel, true);
    try {
      const theory = await this.#engine.ask("start", { seed: this.#state.seed, generations });
      if (run !== this.#run) return;
      this.#theory = theory;
      this.#unique = [corpus.types];
      this.#target = 0;
      this.#words.show(corpus.shown);
      this.#chart.show(this.#plot(), -1);
      this.#table.show(this.#plot());
      get("command-text").textContent = this.#command();
      this.#say();
      if (at === undefined) this.#player.play();
      else await this.#goTo(Math.min(at, generations));
      if (run === this.#run) setBusy(this.#panel, false);
    } catch (error) {
      if (!(error instanceof Lost)) throw error;
    }
  }

  #plot(): Plot {
    const { generations, lower, upper } = this.#theory!;
    const values = generations.map((k) => this.#unique[k] ?? Number.NaN);
    return {
      title: `${this.#source.name}: different words left`,
      xLabel: "generation",
      yLabel: "different words",
      xLog: true,
      yLog: true,
      yRange: rangeOf([[this.#corpus!.types], lower], true),
      x: generations,
      lines: [],
      lineColour: "blue",
      curves: [
        { ...LOWER, values: lower },
        { ...UPPER, values: upper },
        { name: "words left", values, colour: "blue", width: 2.4, simulated: true },
      ],
    };
  }

  /** How many of the generations of the picture have been reached. */
  get #upto(): number {
    const beyond = this.#theory!.generations.findIndex((k) => k > this.#generation);
    return (beyond < 0 ? this.#theory!.generations.length : beyond) - 1;
  }

  #frame(seconds: number): boolean {
    if (this.#corpus === undefined || this.#generation >= this.#last) return false;
    // The show waits for the worker, not the other way round.
    if (this.#asking || this.#unique.length === 0) return true;
    this.#target = Math.min(
      this.#last,
      (Math.max(this.#target, this.#generation) + 1) * 10 ** (seconds / TENFOLD) - 1,
    );
    if (Math.floor(this.#target) > this.#generation) void this.#advance(Math.floor(this.#target));
    return true;
  }

  async #goTo(generation: number): Promise<void> {
    const run = this.#run;
    while (run === this.#run && this.#generation < Math.min(generation, this.#last))
      await this.#advance(Math.min(generation, this.#last));
    if (run === this.#run && !this.#player.playing) this.#rest();
  }

  async #advance(to: number): Promise<void> {
    const run = this.#run;
    this.#asking = true;
    try {
      const { unique, counts } = await this.#engine.ask("advance", { to });
      if (run !== this.#run) return;
      this.#unique.push(...unique);
      this.#words.update(counts);
      this.#chart.grow(this.#plot(), this.#upto);
      this.#say();
    } catch (error) {
      if (!(error instanceof Lost)) throw error;
      ++this.#run;
    } finally {
      if (run === this.#run) this.#asking = false;
    }
  }

  #say(): void {
    const generation = this.#generation;
    this.#player.where = `generation ${shown(generation)} of ${shown(this.#last)}`;
    const left = this.#unique[generation];
    const { types } = this.#corpus!;
    get("finding-text").textContent =
      generation === 0
        ? `At first there ${types === 1 ? "is" : "are"} ${shown(types)} different ${plural(types, "word")}.`
        : `After ${shown(generation)} ${plural(generation, "generation")} ${shown(left)} of ${shown(types)} different ${plural(types, "word")} ${left === 1 ? "is" : "are"} left: ${shown((100 * left) / types)} %.`;
  }

  /** The picture stands still: the address and the descriptions follow. */
  #rest(): void {
    this.#onState();
    if (this.#corpus === undefined || this.#theory === undefined) return;
    this.#chart.settle();
    const finding = get("finding-text").textContent ?? "";
    announce(finding);
    get("chart-vocabulary").setAttribute(
      "aria-label",
      `Line chart, both axes logarithmic, of the different words left. ${finding}`,
    );
    this.#table.show(this.#plot());
    if (this.#word !== "") void this.#ask(this.#word, false);
  }

  #changed(playing: boolean): void {
    if (!playing) this.#rest();
  }

  async #ask(word: string, loud = true): Promise<void> {
    if (word.trim() === "" || this.#corpus === undefined) return;
    try {
      const fate = await this.#engine.ask("fate", { word });
      this.#word = fate.word;
      showFate(get("fate"), fate);
      if (loud) {
        get("fate").scrollIntoView({ block: "nearest", behavior: stillness() ? "auto" : "smooth" });
        announce(get("fate").textContent ?? "");
      }
    } catch (error) {
      if (error instanceof Fault) {
        get("fate").textContent = error.message;
        if (loud) announce(error.message);
      } else if (!(error instanceof Lost)) throw error;
    }
  }

  async #download(what: "words" | "counts"): Promise<void> {
    if (this.#corpus === undefined) return;
    const { words, counts, now } = await this.#engine.ask("table", null);
    if (what === "counts") return download("counts.txt", `${counts.join("\n")}\n`);
    download(
      `lethe-words-generation-${this.#generation}.csv`,
      csv([
        ["word", words],
        ["count", counts],
        [`count at generation ${this.#generation}`, now],
      ]),
      "text/csv",
    );
  }

  #lost(): void {
    this.#player.pause();
    const at = this.#generation;
    this.#corpus = undefined;
    get("busy-text").textContent = "";
    notice(
      "The worker that counts was lost",
      ["The browser may have run out of memory. Your text is still here."],
      [["Restart it", () => void this.#open(this.#source, at)]],
    );
  }
}

const LOWER = {
  ...boundLook("lower", 0),
  name: "Corollary 1 (at least)",
  width: 1.6,
  simulated: false,
} as const;
const UPPER = {
  ...boundLook("upper", 0),
  name: "Corollary 1 (at most)",
  width: 1.6,
  simulated: false,
} as const;
