import "uplot/dist/uPlot.min.css";
import { get } from "./dom.ts";
import { back } from "./embed/embed.ts";
import { linkOf, parseLink, type State } from "./link.ts";
import { hideNotice, notice } from "./notice.ts";
import { type Taken, takeAway } from "./take.ts";

type View = State["view"];
const VIEWS = ["distributions", "text"] as const;

const blank = (view: View): State => parseLink(`#view=${view}`).state;

/** What a view can do. */
interface Shown {
  show(state: State): void;
  hide(): void;
  readonly state: State;
  taken(): Taken | undefined;
}

/** A module that did not come is not asked for again, so all of them are: at the address of what is missing. */
function reload(view: View): void {
  if (parseLink(location.hash).state.view !== view) history.replaceState(null, "", linkOf(blank(view)));
  location.reload();
}

/** Two addresses are of one thing, seen differently, as long as view and model stay. */
function sameSubject(a: string, b: string): boolean {
  const [one, other] = [a, b].map((hash) => new URLSearchParams(hash.slice(1)));
  return ["view", "model"].every((name) => !one.has(name) || one.get(name) === other.get(name));
}

/** The page with every knob: experiments with distributions and with texts. */
export class Bench {
  #current: View = "distributions";
  /** Those that have been made. */
  readonly #views: Partial<Record<View, Shown>> = {};
  readonly #underway: Partial<Record<View, Promise<Shown>>> = {};
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    VIEWS.forEach((view, i) => {
      const tab = get(`tab-${view}`);
      tab.onclick = () => this.#turnTo(view);
      tab.onkeydown = ({ key }) => {
        if (key !== "ArrowRight" && key !== "ArrowLeft") return;
        const other = VIEWS[(i + 1) % VIEWS.length];
        this.#turnTo(other);
        get(`tab-${other}`).focus();
      };
      takeAway(
        view,
        () => this.#views[view]?.taken(),
        () => this.#views[view]?.state ?? blank(view),
      );
    });
  }

  /** Stops what is under way, as the bench is no longer seen. */
  hide(): void {
    clearTimeout(this.#timer);
    for (const view of VIEWS) this.#views[view]?.hide();
  }

  /** Shows what an address holds after its #, or says what is wrong with it. */
  follow(hash: string): void {
    const { state, faults } = parseLink(hash);
    const show = async (chosen: State) => {
      this.#uncover(chosen.view);
      const view = await this.#made(chosen.view);
      if (view === undefined) return;
      if (chosen.view === this.#current && !get("bench").hidden) view.show(chosen);
      this.#write();
    };
    if (faults.length === 0) {
      hideNotice();
      void show(state);
      return;
    }
    this.#uncover(state.view);
    // A picture would be another one than the address was made for.
    get(`panel-${state.view}`).hidden = true;
    notice(
      "The address has something in it that this page cannot use",
      faults,
      [
        ["Use the defaults for these", () => void show(state)],
        ["Start afresh", () => void show(blank(state.view))],
      ],
      false,
    );
  }

  /** Views are made when they are first shown, each from a file of its own; undefined where it could not be loaded. */
  #made(view: View): Promise<Shown | undefined> {
    this.#underway[view] ??= this.#make(view);
    return this.#underway[view].catch(() => {
      delete this.#underway[view];
      notice(
        "A part of this page could not be loaded",
        ["The network may be down, or the page may have been replaced since it was opened."],
        [["Load the page again", () => reload(view)]],
        // There is nothing else to be seen.
        false,
      );
      return undefined;
    });
  }

  async #make(view: View): Promise<Shown> {
    const state = blank(view);
    const write = () => this.#write();
    const made =
      view === "distributions"
        ? new (await import("./distributions.ts")).Distributions(state, write)
        : new (await import("./text.ts")).TextView(state, write);
    this.#views[view] = made;
    return made;
  }

  /** Puts what is shown into the address, not more often than browsers like. */
  #write(): void {
    clearTimeout(this.#timer);
    const from = location.hash;
    this.#timer = setTimeout(() => {
      // Back or Forward has been pressed, and is heard of next.
      if (location.hash !== from) return;
      const state = this.#views[this.#current]?.state;
      // An address that cannot be used stays as it is until something else is chosen.
      if (!state || get("bench").hidden || get(`panel-${this.#current}`).hidden) return;
      const link = linkOf(state);
      // The reader comes back from the story to what was shown.
      get<HTMLAnchorElement>("to-bench").href = link;
      if (back(link)) return;
      // Back goes to what was shown before, not to every step on the way.
      if (sameSubject(location.hash, link)) history.replaceState(null, "", link);
      else history.pushState(null, "", link);
    }, 300);
  }

  #uncover(view: View): void {
    clearTimeout(this.#timer);
    this.#current = view;
    for (const name of VIEWS) {
      const chosen = name === view;
      get(`panel-${name}`).hidden = !chosen;
      const tab = get(`tab-${name}`);
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      if (!chosen) this.#views[name]?.hide();
    }
  }

  #turnTo(view: View): void {
    if (view === this.#current && this.#views[view]) return;
    hideNotice();
    this.#uncover(view);
    // What was chosen there stays when the reader comes back.
    if (this.#views[view]) this.#write();
    else void this.#made(view).then((fresh) => view === this.#current && fresh?.show(fresh.state));
  }
}
