/** The name of so many things: word, words; trajectory, trajectories. */
export const plural = (n: number, thing: string): string =>
  n === 1 ? thing : `${thing}s`.replace(/([^aeiou])ys$/, "$1ies");
