// Arguments for one call: mostly plausible ones, with something hostile among them.
import { hostile } from "./hostile.mjs";

/** The arguments of a call: texts to show, and values. */
export function argumentsFor({ parameters, options = [] }, random, plausible) {
  // What share of the values is hostile: in some calls none, so that results are seen too.
  const spite = random.pick([0, 0, 0.1, 0.1, 0.3, 1]);
  const made = parameters.map((name, i) =>
    options[i] && !random.chance(spite / 3)
      ? bagOf(options[i], random, plausible, spite)
      : valueFor(name, random, plausible, spite),
  );
  if (random.chance(0.05)) made.pop();
  if (random.chance(0.02)) made.push(random.pick(hostile));
  return { texts: made.map(({ text }) => text), values: made.map(({ make }) => make()) };
}

function valueFor(name, random, plausible, spite) {
  if (random.chance(spite)) return random.pick(hostile);
  const value = random.pick(plausible[name] ?? plausible.other);
  return Array.isArray(value.make()) && random.chance(spite / 2) ? shiftyList(value, random) : value;
}

/** An object with some of the options, and sometimes with one that there is not. */
function bagOf({ all, required }, random, plausible, spite) {
  const share = random.pick([0.1, 0.4, 0.8]);
  // Runs may be made endless by what is hostile, and are stopped by their signal.
  const given = all.filter((name) =>
    name === "signal" ? true : random.chance(required.includes(name) ? 0.97 : share),
  );
  // Of an option for one thing and its twin for several, a call has one.
  const twin = random.chance(0.5) ? (name) => `${name}s` : (name) => name.slice(0, -1);
  const chosen = given.filter((name) => !given.includes(twin(name)));
  if (random.chance(spite / 5))
    chosen.push(random.pick(["notAnOption", "__proto__", "constructor", "toString"]));
  const entries = chosen.map((name) => ({
    name,
    value: valueFor(name, random, plausible, name === "signal" ? 0 : spite),
  }));
  const later = random.chance(spite / 2) ? random.pick(hostile) : undefined;
  const shifty = later && random.pick(chosen);
  const nullish = random.chance(0.05);
  const inside = entries.map(
    ({ name, value }) => `${name}: ${value.text}${name === shifty ? `, then ${later.text}` : ""}`,
  );
  return {
    text: `{ ${nullish ? "__proto__: null, " : ""}${inside.join(", ")} }`,
    make() {
      const bag = nullish ? Object.create(null) : {};
      for (const { name, value } of entries) {
        const values = name === shifty ? [value.make(), later.make()] : [value.make()];
        // The first reading gets the plausible value, every later one the other.
        const get = () => (values.length > 1 ? values.shift() : values[0]);
        Object.defineProperty(bag, name, { get, enumerable: true, configurable: true });
      }
      return bag;
    },
  };
}

/** A list whose elements, or length, are other ones when they are read again. */
function shiftyList({ text, make }, random) {
  const { text: later, make: makeLater } = random.pick(hostile);
  const grows = random.chance(0.5);
  return {
    text: `${text}, then ${grows ? "longer" : later}`,
    make() {
      const seen = new Set();
      const get = (target, key) => {
        if (!seen.has(key) || typeof key === "symbol") {
          seen.add(key);
          return target[key];
        }
        if (key === "length") return grows ? target.length + 2 : target.length;
        return grows || !/^\d+$/.test(key) ? target[key] : makeLater();
      };
      return new Proxy(make(), { get });
    },
  };
}
