/** So many elements of a list make one piece: even of the longest words they fit into a string. */
const ELEMENTS = 256;

/** A document as JSON, in pieces: each of its members on a line of its own. */
export function* jsonText(document: object): Generator<string> {
  let before = "{\n";
  for (const [key, value] of Object.entries(document)) {
    if (value === undefined) continue;
    yield `${before}  ${JSON.stringify(key)}: `;
    yield* pieces(value);
    before = ",\n";
  }
  yield `${before === "{\n" ? before : "\n"}}\n`;
}

/** What JSON.stringify gives, cut into pieces: a string of the engine holds 2^29 characters and no more. */
function* pieces(value: unknown): Generator<string> {
  if (Array.isArray(value) && value.length > ELEMENTS) {
    for (let i = 0; i < value.length; i += ELEMENTS) {
      yield (i === 0 ? "[" : ",") + JSON.stringify(value.slice(i, i + ELEMENTS)).slice(1, -1);
    }
    yield "]";
  } else if (isPlain(value)) {
    let before = "{";
    for (const [key, member] of Object.entries(value)) {
      if (member === undefined) continue;
      yield `${before}${JSON.stringify(key)}:`;
      yield* pieces(member);
      before = ",";
    }
    yield before === "{" ? "{}" : "}";
  } else yield JSON.stringify(value);
}

const isPlain = (value: unknown): value is object =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
