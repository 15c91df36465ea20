// A text that is written anew from its own pairs of letters: a generation counts which letter follows which, then writes
// as many letters as the first one had. A letter that happens not to be written is gone for good.
// lethe run examples/custom/markov.mjs --generations 200 --trajectories 100 --survival 'letters>5'

const TEXT =
  "call me ishmael some years ago never mind how long precisely having little or no money in my purse ";

/** @param {{ text?: string }} options */
export default ({ text = TEXT }) => {
  const alphabet = [...new Set(text)];
  const codes = Uint8Array.from(text, (letter) => alphabet.indexOf(letter));
  return {
    name: "markov",
    observables: ["letters", "entropy"],
    start: () => codes,
    generation(letters, rng) {
      // The last letter is followed by the first, so that none is a dead end.
      const followers = alphabet.map(() => /** @type {number[]} */ ([]));
      letters.forEach((letter, i) => {
        followers[letter].push(letters[(i + 1) % letters.length]);
      });
      const next = new Uint8Array(letters.length);
      next[0] = letters[rng.integers(0, letters.length)];
      for (let i = 1; i < next.length; ++i) {
        const choices = followers[next[i - 1]];
        next[i] = choices[rng.integers(0, choices.length)];
      }
      return next;
    },
    observe(letters) {
      const counts = alphabet.map((_, code) => letters.filter((letter) => letter === code).length);
      const shares = counts.filter((count) => count > 0).map((count) => count / letters.length);
      return { letters: shares.length, entropy: shares.reduce((sum, p) => sum - p * Math.log(p), 0) };
    },
  };
};
