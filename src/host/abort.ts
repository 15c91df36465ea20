import type { Signal } from "../check/given.ts";

/** Who is to hear of a signal. One listener for all of them: engines warn of a leak at more than ten on one signal. */
const hearers = new WeakMap<Signal, { readonly reactions: Set<() => void>; readonly tell: () => void }>();

/** Calls `react` when the signal is aborted, or at once if it is, until the function that is returned is called. */
export function onAbort(signal: Signal, react: () => void): () => void {
  if (signal.aborted) {
    react();
    return () => {};
  }
  // A key of its own: the same function may be given twice.
  const reaction = () => react();
  let entry = hearers.get(signal);
  if (entry === undefined) {
    const reactions = new Set<() => void>();
    const tell = () => {
      for (const one of [...reactions]) one();
    };
    entry = { reactions, tell };
    hearers.set(signal, entry);
    signal.addEventListener("abort", tell);
  }
  const { reactions, tell } = entry;
  reactions.add(reaction);
  return () => {
    if (!reactions.delete(reaction) || reactions.size > 0) return;
    hearers.delete(signal);
    signal.removeEventListener("abort", tell);
  };
}
