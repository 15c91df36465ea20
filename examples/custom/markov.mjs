// A text that is written anew from its own pairs of letters: each generation counts which letter follows which, then
// writes as many letters as the first had. Pairs that happen not to be written are gone for good.
// lethe run examples/custom/markov.mjs --generations 200 --trajectories 100 --survival 'letters>5'

const TEXT = "call me ishmael some years ago never mind how long precisely having little or no money in my purse ";

/** @param {{ text?: string }} options */
export default ({ text = TEXT }) => {
  const alphabet = [...new Set(text)];
  const size = alphabet.length;
  const first = Uint8Array.from(text, (letter) => alphabet.indexOf(letter));
  return {
    name: "markov",
    observables: ["letters", "pairs"],
    start: () => first,
    generation(letters, rng) {
      // What followed each letter; the last one is followed by the first, so that no letter is a dead end.
      const followers = Array.from({ length: size }, () => []);
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
    observe: (letters) => ({
      letters: new Set(letters).size,
      pairs: new Set(letters.map((letter, i) => letter * size + letters[(i + 1) % letters.length])).size,
    }),
  };
};
