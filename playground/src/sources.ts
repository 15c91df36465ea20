import { get } from "./dom.ts";
import type { Source } from "./engine/protocol.ts";
import { MOBY_DICK } from "./moby-dick.ts";

/** Wires the ways to choose a text: Moby-Dick, a file, a drop, a paste. */
export function choosing(open: (source: Source) => void): void {
  const file = get<HTMLInputElement>("file");
  const panel = get("panel-text");
  const take = (chosen: File | undefined) => {
    if (chosen) open({ kind: "file", file: chosen, name: chosen.name });
  };
  get("moby-dick").onclick = () => open(MOBY_DICK);
  get("choose").onclick = () => file.click();
  file.onchange = () => {
    take(file.files?.[0]);
    // The same file may be chosen again, changed.
    file.value = "";
  };
  get("use-paste").onclick = () => {
    const { value } = get<HTMLTextAreaElement>("paste");
    open({ kind: "text", text: value, name: "the pasted text" });
  };
  panel.ondragover = (event) => {
    event.preventDefault();
    panel.classList.add("dropping");
  };
  panel.ondragleave = (event) => {
    if (!panel.contains(event.relatedTarget as Node | null)) panel.classList.remove("dropping");
  };
  panel.ondrop = (event) => {
    event.preventDefault();
    panel.classList.remove("dropping");
    take(event.dataTransfer?.files[0]);
    const text = event.dataTransfer?.getData("text/plain");
    if (!event.dataTransfer?.files.length && text) open({ kind: "text", text, name: "the dropped text" });
  };
}
