import { plural } from "../../src/plural.ts";
import { countsCommand, forgetCommand } from "./command.ts";
import { get } from "./dom.ts";
import { csv, download } from "./download.ts";
import type { Corpus } from "./engine/bench-data.ts";
import type { Engine } from "./engine/client.ts";
import type { Source } from "./engine/protocol.ts";
import { MOBY_DICK } from "./moby-dick.ts";
import { announce } from "./notice.ts";
import { counted, shown } from "./plot.ts";

/** The text that the worker has open, and what is said of it. */
export class OpenText {
  readonly #engine: Engine;
  #source = MOBY_DICK;
  #corpus: Corpus | undefined;
  #id = 0;
  #under: AbortController | undefined;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** The text that was opened last, also when the worker that had it is gone. */
  get source(): Source {
    return this.#source;
  }

  /** Undefined where none is open. */
  get corpus(): Corpus | undefined {
    return this.#corpus;
  }

  /** How many have been opened so far. */
  get id(): number {
    return this.#id;
  }

  /** Whether it is the reader's. */
  get isOwn(): boolean {
    return this.#source !== MOBY_DICK;
  }

  async open(source: Source): Promise<void> {
    this.#under?.abort();
    const under = new AbortController();
    this.#under = under;
    const busy = get("busy-text");
    busy.textContent = `reading ${source.name} …`;
    const tell = (share: number) => {
      busy.textContent = `reading ${source.name} … ${Math.round(100 * share)} %`;
    };
    try {
      this.#corpus = await this.#engine.ask("open", source, tell, under.signal);
      this.#source = source;
      ++this.#id;
      this.#tell(this.#corpus);
    } finally {
      // Where another is being read, that is what is said.
      if (this.#under === under) busy.textContent = "";
    }
  }

  /** The worker that had it is gone. */
  lose(): void {
    this.#corpus = undefined;
  }

  /** The command that gives the same numbers. */
  command(seed: number | string, generations: number): string {
    if (this.#corpus?.segmented || this.#source.kind === "text")
      return countsCommand("counts.txt", seed, generations);
    return forgetCommand(this.isOwn ? this.#source.name : undefined, seed, generations);
  }

  /** Offers the words with their counts, at first and at a generation, or the counts at first alone. */
  async download(what: "words" | "counts", generation: number): Promise<void> {
    if (this.#corpus === undefined) return;
    const { words, counts, now } = await this.#engine.ask("table", null);
    if (what === "counts") return download("counts.txt", `${counts.join("\n")}\n`);
    download(
      `lethe-words-generation-${generation}.csv`,
      csv([
        ["word", words],
        ["count", counts],
        [`count at generation ${generation}`, now],
      ]),
      "text/csv",
    );
  }

  #tell({ tokens, types, segmented, replaced }: Corpus): void {
    const text =
      `${this.#source.name}: ${counted(tokens, "word")}, ${shown(types)} different ${plural(types, "one")}.` +
      (replaced > 0
        ? ` ${counted(replaced, "character")} of it ${replaced === 1 ? "is" : "are"} U+FFFD, as which what is no UTF-8 is read: save it as UTF-8 to have all words.`
        : "") +
      (segmented ? " Cut into words by your browser’s dictionary, as it is written without spaces." : "") +
      (this.isOwn ? " Your text stays in this page: it is sent nowhere, and a link cannot hold it." : "");
    get("about-text").textContent = text;
    get("counts-note").hidden = !(segmented || this.#source.kind === "text");
    announce(text);
  }
}
