/** Text that is HTML already. */
export class Html {
  readonly text: string;

  /** Only for what was escaped, or made by us from numbers. */
  constructor(text: string) {
    this.text = text;
  }
}

type Content = string | number | Html | readonly Content[] | undefined;

/** A template of HTML: everything put into it is escaped, except what is HTML already. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  return new Html(
    strings.reduce((text, string, i) => text + string + (i < values.length ? put(values[i]) : ""), ""),
  );
}

function put(value: Content): string {
  if (value === undefined) return "";
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(put).join("");
  return escapeHtml(String(value));
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it must be written in HTML, also within quotes. */
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character]);
