const TOKEN =
  /[ \t\r\n]*([[\]{},:]|"[^"\\\n]*(?:\\["\\/bfnrtu][^"\\\n]*)*"|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-]))/y;

/** What may come next in a JSON text. */
type Expected = "value" | "value or ]" | "key" | "key or }" | "colon" | "comma or end" | "end";

/** Where a text stops being JSON, line and column counted from 1; Node's own message does not always say. */
export function jsonFault(text: string): { line: number; column: number } {
  const open: string[] = [];
  let expected: Expected = "value";
  let at = 0;
  for (;;) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[1];
    const next: Expected | undefined = token === undefined ? undefined : step(expected, token, open);
    if (next === undefined) return placeIn(text, at);
    expected = next;
    at = TOKEN.lastIndex;
  }
}

/** What is expected after a token, or undefined when the token itself was not. */
function step(expected: Expected, token: string, open: string[]): Expected | undefined {
  const closed = (): Expected => (open.length === 0 ? "end" : "comma or end");
  const close = (bracket: string): Expected | undefined => (open.pop() === bracket ? closed() : undefined);
  if (expected === "colon") return token === ":" ? "value" : undefined;
  if (expected === "comma or end") {
    if (token === ",") return open.at(-1) === "{" ? "key" : "value";
    return token === "]" ? close("[") : token === "}" ? close("{") : undefined;
  }
  if (expected === "key" || expected === "key or }") {
    if (token.startsWith('"')) return "colon";
    return token === "}" && expected === "key or }" ? close("{") : undefined;
  }
  if (expected === "end") return undefined;
  if (token === "]" && expected === "value or ]") return close("[");
  if (token === "{" || token === "[") {
    open.push(token);
    return token === "{" ? "key or }" : "value or ]";
  }
  return /^[\]},:]$/.test(token) ? undefined : closed();
}

/** The line and column, counted from 1, of what comes after a place in a text. */
export function placeIn(text: string, from: number): { line: number; column: number } {
  const at = from + (/^[ \t\r\n]*/.exec(text.slice(from))?.[0].length ?? 0);
  const lines = text.slice(0, at).split("\n");
  return { line: lines.length, column: lines[lines.length - 1].length + 1 };
}
