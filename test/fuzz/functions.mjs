// Finds by itself what there is to call: a new function needs no line here.

/** All functions and classes of the API, those of its namespaces too; errors are not for callers to make. */
export function functionsOf(api, place = "") {
  return Object.entries(api).flatMap(([name, value]) => {
    const path = `${place}${name}`;
    if (typeof value === "object" && value !== null) return functionsOf(value, `${path}.`);
    if (typeof value !== "function" || value.prototype instanceof Error) return [];
    return [{ path, call: callerOf(value), parameters: parametersOf(value) }];
  });
}

const isClass = (value) => /^class\b/.test(Function.prototype.toString.call(value));

const callerOf = (value) => (isClass(value) ? (...args) => new value(...args) : value);

/** The functions that a result offers: its own, and those of its class. */
export function methodsOf(result) {
  const methods = new Map();
  for (let at = result; at !== null && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(at))) {
      if (typeof value !== "function" || name === "constructor" || methods.has(name)) continue;
      methods.set(name, { path: name, call: value.bind(result), parameters: parametersOf(value) });
    }
  }
  return [...methods.values()];
}

/** The names of a function's parameters, as its source has them. */
function parametersOf(value) {
  const source = Function.prototype.toString.call(value);
  const start = isClass(value) ? source.indexOf("constructor(") : 0;
  if (start < 0) return [];
  const inside = balanced(source, source.indexOf("(", start));
  return inside.map((text) => /^[.\s]*([A-Za-z_$][\w$]*)/.exec(text)?.[1] ?? "options");
}

/** What stands between this parenthesis and its partner, cut at the commas that are in no other pair. */
function balanced(source, open) {
  const parts = [""];
  let depth = 0;
  for (let i = open; i < source.length; ++i) {
    const c = source[i];
    if ("([{".includes(c) && depth++ === 0) continue;
    if (")]}".includes(c) && --depth === 0) break;
    if (c === "," && depth === 1) parts.push("");
    else parts[parts.length - 1] += c;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}
