import { get } from "../dom.ts";
import type { Source } from "../engine/protocol.ts";

/** Wires the ways to bring a text of one's own into the story. `open` hears of it; undefined stands for Moby-Dick. */
export function ownText(open: (source: Source | undefined) => void): void {
  const file = get<HTMLInputElement>("story-file");
  const page = get("story");
  const take = (chosen: File | undefined) => {
    if (chosen) open({ kind: "file", file: chosen, name: chosen.name });
  };
  get("story-choose").onclick = () => file.click();
  file.onchange = () => {
    take(file.files?.[0]);
    // The same file may be chosen again, changed.
    file.value = "";
  };
  get("story-use").onclick = () =>
    open({ kind: "text", text: get<HTMLTextAreaElement>("story-paste").value, name: "Your text" });
  get("story-moby").onclick = () => open(undefined);
  page.ondragover = (event) => event.preventDefault();
  page.ondrop = (event) => {
    event.preventDefault();
    take(event.dataTransfer?.files[0]);
  };
}
