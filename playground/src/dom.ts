/** An element of the page, which index.html is sure to have. */
export function get<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`no element #${id}`);
  return element as T;
}

/** Makes an element. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** Calls `act` once the calls have stopped coming for so many milliseconds. */
export function settled(act: () => void, delay: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, delay);
  };
}

/** Lets the page do what else there is to do, between two pieces of work. */
export const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Whether the reader has asked for less motion. */
export const stillness = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Says of a part of the page that it is being worked on, or no longer. */
export function setBusy(element: HTMLElement, busy: boolean): void {
  element.setAttribute("aria-busy", String(busy));
}
