import { get, make } from "./dom.ts";

/** Says in words what is wrong, with buttons for what can be done: one of these must be chosen where it is not closable. */
export function notice(
  title: string,
  lines: readonly string[],
  actions: readonly (readonly [label: string, act: () => void])[] = [],
  closable = true,
): void {
  const host = get("notice");
  const close = () => hideNotice();
  host.replaceChildren(
    make("strong", { textContent: title }),
    ...(lines.length > 0 ? [make("ul", {}, ...lines.map((line) => make("li", { textContent: line })))] : []),
    make(
      "p",
      { className: "actions" },
      ...[...actions, ...(closable ? [["Close", () => {}] as const] : [])].map(([label, act]) =>
        make("button", {
          type: "button",
          textContent: label,
          onclick: () => {
            close();
            act();
          },
        }),
      ),
    ),
  );
  host.hidden = false;
}

export function hideNotice(): void {
  const host = get("notice");
  host.hidden = true;
  host.replaceChildren();
}

/** Tells a screen reader what has happened. */
export function announce(text: string): void {
  get("status").textContent = text;
}

/** Says that a button did what it should, on the button. */
export function confirm(button: HTMLButtonElement, text: string): void {
  const before = button.dataset["label"] ?? button.textContent ?? "";
  button.dataset["label"] = before;
  button.textContent = text;
  announce(text);
  setTimeout(() => {
    button.textContent = before;
  }, 1600);
}
