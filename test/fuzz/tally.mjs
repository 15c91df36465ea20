/** Counts what came of calls and command lines; of each kind of offence it keeps the first example. */
export class Tally {
  outcomes = new Map();
  offences = new Map();

  /** An outcome that begins with an exclamation mark is an offence; `number` makes it again. */
  add(number, { path, text, outcome }) {
    const isOffence = outcome.startsWith("!");
    const kind = isOffence ? "offences" : outcome;
    this.outcomes.set(kind, (this.outcomes.get(kind) ?? 0) + 1);
    if (!isOffence) return;
    // Numbers and names differ from call to call; the fault is one.
    const key = `${path}: ${outcome
      .slice(1)
      .replaceAll(/-?\d[\d.e+-]*|"[^"]*"/g, "…")
      .slice(0, 100)}`;
    const before = this.offences.get(key);
    const first = before === undefined || number < before.number ? { number, text, outcome } : before;
    this.offences.set(key, { ...first, count: (before?.count ?? 0) + 1 });
  }

  /** One line: so many of each outcome. */
  get summary() {
    const counts = [...this.outcomes]
      .sort(([, a], [, b]) => b - a)
      .map(([kind, count]) => `${count} ${kind}`);
    return counts.join(", ");
  }

  /** The kinds of offences, the most frequent first, each with an example and how to make it again. */
  report(again) {
    return [...this.offences.entries()]
      .sort(([, a], [, b]) => b.count - a.count)
      .map(([key, { number, text, outcome, count }]) =>
        [
          `${count} × ${key}`,
          `    ${outcome.slice(1).slice(0, 300)}`,
          `    ${text.slice(0, 600)}`,
          `    ${again} ${number}`,
        ].join("\n"),
      );
  }
}
