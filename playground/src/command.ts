import type { Spec } from "./spec.ts";

/** A word as a shell takes it: quoted where it must be. */
const quoted = (value: unknown): string => {
  const text = String(value);
  return /^[\w.,/-]+$/.test(text) && !text.startsWith("-") ? text : `'${text.replaceAll("'", "'\\''")}'`;
};

/** `name=value` keeps a value that looks like an option of its own. */
const flag = (name: string, value: unknown): string =>
  String(value).startsWith("-") ? `--${name}=${quoted(value)}` : `--${name} ${quoted(value)}`;

/** The `lethe run` that gives the same numbers. */
export function runCommand({ model, options, generations, trajectories, seed, event }: Spec): string {
  const flags = Object.entries(options).map(([name, value]) =>
    flag(name, name === "zipf" ? Object.values(value as object).join() : value),
  );
  const rest = Object.entries({ generations, trajectories, seed, survival: event }).map(([name, value]) =>
    flag(name, value),
  );
  return ["lethe run", model, ...flags, ...rest].join(" ");
}

/** The `lethe forget` that gives the same vocabulary, generation for generation. */
export function forgetCommand(file: string | undefined, seed: number | string, generations: number): string {
  const rest = Object.entries({ generations, trajectories: 1, seed }).map(([name, value]) =>
    flag(name, value),
  );
  return ["lethe forget", ...(file === undefined ? [] : [quoted(file)]), ...rest].join(" ");
}

/** The `lethe run` that gives the same from a list of counts. */
export function countsCommand(file: string, seed: number | string, generations: number): string {
  const rest = Object.entries({ generations, trajectories: 1, seed }).map(([name, value]) =>
    flag(name, value),
  );
  return ["lethe run categorical", flag("counts", `@${file}`), ...rest].join(" ");
}
