import "./style.css";
import "./story.css";
import type { Bench } from "./bench.ts";
import { get, settled } from "./dom.ts";
import { back, CHART_NAMES, embed, parseEmbed, whole } from "./embed/embed.ts";
import { hideNotice, notice } from "./notice.ts";
import { isStory, type Place, parseStory, START, storyLink } from "./story/address.ts";
import { Story } from "./story/story.ts";

// What is entered is used at once; nothing is ever sent anywhere.
document.addEventListener("submit", (event) => event.preventDefault());
// A link leads away from a page whose address is up to date: Back finds it so.
document.addEventListener("click", ({ target }) => {
  if ((target as Element).closest("a[href^='#']") === null) return;
  story?.hide();
  write();
});
// A file that misses the place to drop it must not replace the page.
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => event.preventDefault());

let story: Story | undefined;
let bench: Promise<Bench> | undefined;

type Page = "story" | "bench";
function turnTo(page: Page): void {
  for (const name of ["story", "bench"] as const) {
    const shown = name === page;
    if (shown && get(name).hidden) scrollTo(0, 0);
    get(name).hidden = !shown;
    if (shown) get(`to-${name}`).setAttribute("aria-current", "page");
    else get(`to-${name}`).removeAttribute("aria-current");
  }
  if (page === "bench") story?.hide();
  else void bench?.then((made) => made.hide());
}

/** Puts the place in the story into the address; the address of its beginning stays as it came. */
function write(): void {
  if (story === undefined) return;
  const place = story.state;
  const link = storyLink(place);
  // The reader comes back from the bench to where the story was left.
  get<HTMLAnchorElement>("to-story").href = link;
  if (get("story").hidden || back(link)) return;
  if (link === location.hash || (location.hash === "" && link === storyLink(START))) return;
  // Back goes to the step before, not to every try.
  if (parseStory(location.hash).place.step === place.step) history.replaceState(null, "", link);
  else history.pushState(null, "", link);
}

let written = location.hash;
const writeSettled = settled(() => {
  // Else Back or Forward has been pressed, and is heard of next.
  if (location.hash === written) write();
}, 300);
/** Writes the address soon, not more often than browsers like. */
function writeSoon(): void {
  written = location.hash;
  writeSettled();
}

function tell(place: Place): void {
  story ??= new Story(place, writeSoon);
  story.show(place);
}

/** Shows what an address holds after its #. */
function follow(address: string): void {
  const part = parseEmbed(address);
  if (part === undefined) whole();
  else if ("unknown" in part) {
    whole();
    turnTo("story");
    tell(START);
    notice("There is no such chart to embed", [
      `embed: “${part.unknown}” (one of ${CHART_NAMES.join(", ")})`,
    ]);
    return;
  } else embed(part);
  const hash = part?.hash ?? address;
  if (isStory(hash)) {
    turnTo("story");
    hideNotice();
    const { place, faults } = parseStory(hash);
    tell(place);
    if (faults.length > 0)
      notice("The address has something in it that this page cannot use; the rest is shown", faults);
    return;
  }
  turnTo("bench");
  bench ??= import("./bench.ts").then(({ Bench }) => new Bench());
  bench.then(
    (made) => {
      // The reader may have gone back before it came.
      if (!get("bench").hidden) made.follow(hash === "#bench" ? "" : hash);
    },
    () => {
      notice(
        "The bench could not be loaded",
        ["The network may be down, or the page may have been replaced since it was opened."],
        // A module that did not come is not asked for again, so all of them are.
        [["Load the page again", () => location.reload()]],
        false,
      );
    },
  );
}

// Not location.hash, which write() may have changed by the time that this is heard.
addEventListener("hashchange", ({ newURL }) => {
  const { hash } = new URL(newURL);
  // The link that skips to the page is a place in it, not an address of its own.
  if (hash !== "#main") follow(hash);
});
// Once it has been seen the page is kept for when there is no network; where a browser does not let it, nothing is lost.
if (import.meta.env.PROD && self === top && "serviceWorker" in navigator)
  addEventListener("load", () =>
    setTimeout(() => {
      navigator.serviceWorker.register(new URL("./offline.js", document.baseURI)).catch(() => {});
    }, 1000),
  );
// The words of the page first.
requestAnimationFrame(() => setTimeout(() => follow(location.hash)));
