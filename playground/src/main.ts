import "uplot/dist/uPlot.min.css";
import "./style.css";
import { get } from "./dom.ts";
import { linkOf, parseLink, type State } from "./link.ts";
import { hideNotice, notice } from "./notice.ts";
import { type Taken, takeAway } from "./take.ts";

// What is entered is used at once; nothing is ever sent anywhere.
document.addEventListener("submit", (event) => event.preventDefault());

type View = State["view"];
const VIEWS = ["distributions", "text"] as const;

const blank = (view: View): State => parseLink(`#view=${view}`).state;
let current: View = "distributions";

/** What a view can do. */
interface Shown {
  show(state: State): void;
  hide(): void;
  readonly state: State;
  taken(): Taken | undefined;
}

/** Those that have been made. */
const views: Partial<Record<View, Shown>> = {};
const underway: Partial<Record<View, Promise<Shown>>> = {};

/** Views are made when they are first shown, each from a file of its own. */
function made(view: View): Promise<Shown> {
  underway[view] ??= make(view);
  return underway[view];
}

async function make(view: View): Promise<Shown> {
  const state = blank(view);
  views[view] =
    view === "distributions"
      ? new (await import("./distributions.ts")).Distributions(state, write)
      : new (await import("./text.ts")).TextView(state, write);
  return views[view];
}

let timer: ReturnType<typeof setTimeout> | undefined;
/** Puts what is shown into the address, not more often than browsers like. */
function write(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const state = views[current]?.state;
    // An address that cannot be used stays as it is until something else is chosen.
    if (state && !get(`panel-${current}`).hidden) history.replaceState(null, "", linkOf(state));
  }, 300);
}

function uncover(view: View): void {
  clearTimeout(timer);
  current = view;
  for (const name of VIEWS) {
    const chosen = name === view;
    get(`panel-${name}`).hidden = !chosen;
    const tab = get(`tab-${name}`);
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    if (!chosen) views[name]?.hide();
  }
}

/** Shows what an address holds after its #, or says what is wrong with it. */
function follow(hash: string): void {
  const { state, faults } = parseLink(hash);
  const show = async (chosen: State) => {
    uncover(chosen.view);
    const view = await made(chosen.view);
    if (chosen.view === current) view.show(chosen);
    write();
  };
  if (faults.length === 0) {
    hideNotice();
    void show(state);
    return;
  }
  uncover(state.view);
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

function turnTo(view: View): void {
  if (view === current) return;
  hideNotice();
  uncover(view);
  // What was chosen there stays when the reader comes back.
  if (views[view]) write();
  else void made(view).then((fresh) => view === current && fresh.show(fresh.state));
}

VIEWS.forEach((view, i) => {
  const tab = get(`tab-${view}`);
  tab.onclick = () => turnTo(view);
  tab.onkeydown = ({ key }) => {
    if (key !== "ArrowRight" && key !== "ArrowLeft") return;
    const other = VIEWS[(i + 1) % VIEWS.length];
    turnTo(other);
    get(`tab-${other}`).focus();
  };
  takeAway(
    view,
    () => views[view]?.taken(),
    () => views[view]?.state ?? blank(view),
  );
});

// Not location.hash, which write() may have changed by the time that this is heard.
addEventListener("hashchange", ({ newURL }) => follow(new URL(newURL).hash));
// A file that misses the place to drop it must not replace the page.
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => event.preventDefault());
// The words of the page first.
requestAnimationFrame(() => setTimeout(() => follow(location.hash)));
