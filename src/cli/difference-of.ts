import { createHash } from "node:crypto";

/** Lists of more values are told by their hash. */
const SHORT = 100;

/**
 * In what two experiments, or studies, differ, as a message says it: the places of all options that do, and the values of
 * the first; undefined where they do not. Both are plain data.
 */
export function differenceOf(before: object, now: object): string | undefined {
  const [old, fresh] = [before, now].map((one) => new Map(leaves(one)));
  const names = [...new Set([...old.keys(), ...fresh.keys()])];
  const differing = names.filter((name) => old.get(name) !== fresh.get(name));
  if (differing.length === 0) return undefined;
  const [first] = differing;
  const says = (map: Map<string, string>) => map.get(first) ?? "not set";
  const all = differing.length > 1 ? `${differing.join(", ")}: ` : "";
  return `${all}${first} is ${says(old)} there and ${says(fresh)} here`;
}

/** Options by their places, as JSON. */
function leaves(bag: object, place = ""): [string, string][] {
  return Object.entries(bag).flatMap(([name, value]): [string, string][] =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? leaves(value, `${place}${name}.`)
      : [[`${place}${name}`, JSON.stringify(value)]],
  );
}

/** What was asked for as one line of JSON; of long lists their hash. */
export function asLine(asked: object): string {
  return JSON.stringify(asked, (_, value) => {
    const list: unknown = ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value;
    if (!Array.isArray(list) || list.length <= SHORT) return list;
    const hash = createHash("sha256").update(JSON.stringify(list)).digest("hex");
    return `${list.length} values, SHA-256 ${hash.slice(0, 16)}`;
  });
}
