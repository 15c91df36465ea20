import "uplot/dist/uPlot.min.css";
import "./style.css";
import { Distributions } from "./distributions.ts";
import { get } from "./dom.ts";
import { linkOf, parseLink, type State } from "./link.ts";
import { hideNotice, notice } from "./notice.ts";
import { takeAway } from "./take.ts";
import { TextView } from "./text.ts";

type View = State["view"];
const VIEWS = ["distributions", "text"] as const;

const blank = (view: View): State => parseLink(`#view=${view}`).state;
let current: View = "distributions";

const views = {
  distributions: new Distributions(blank("distributions"), () => write()),
  text: new TextView(blank("text"), () => write()),
};
/** Whether a view has been shown: what was chosen there stays when the reader comes back. */
const visited = { distributions: false, text: false };

let timer: ReturnType<typeof setTimeout> | undefined;
/** Puts what is shown into the address, not more often than browsers like. */
function write(): void {
  clearTimeout(timer);
  timer = setTimeout(() => history.replaceState(null, "", linkOf(views[current].state)), 300);
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
    if (!chosen) views[name].hide();
  }
}

/** Shows what the address holds, or says what is wrong with it. */
function follow(): void {
  const { state, faults } = parseLink(location.hash);
  const show = (chosen: State) => {
    uncover(chosen.view);
    visited[chosen.view] = true;
    views[chosen.view].show(chosen);
    write();
  };
  if (faults.length === 0) {
    hideNotice();
    show(state);
    return;
  }
  uncover(state.view);
  notice("The address has something in it that this page cannot use", faults, [
    ["Use the defaults for these", () => show(state)],
    ["Start afresh", () => show(blank(state.view))],
  ]);
}

function turnTo(view: View): void {
  if (view === current) return;
  hideNotice();
  uncover(view);
  if (!visited[view]) {
    visited[view] = true;
    views[view].show(blank(view));
  }
  write();
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
    () => views[view].taken(),
    () => views[view].state,
  );
});

addEventListener("hashchange", follow);
// A file that misses the place to drop it must not replace the page.
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => event.preventDefault());
follow();
