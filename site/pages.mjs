// The pages of the site that are not made from docstrings: Markdown files, as they are in the repository.

/** By their group, in the order of the navigation. */
export const PAGES = {
  Guide: [
    "docs/recipes.md",
    "docs/options.md",
    "docs/theory.md",
    "docs/real-data.md",
    "docs/definitions.md",
    "docs/studies.md",
    "docs/corpora.md",
    "docs/custom.md",
    "docs/random.md",
    "docs/hosts.md",
    "docs/playground.md",
  ],
  Models: ["models", "models/bernoulli", "models/poisson", "models/gaussian", "models/mixture"]
    .concat(["models/categorical", "models/ngram"])
    .map((name) => `docs/${name}.md`),
  "Data regimes": ["regimes", "regimes/replace", "regimes/accumulate", "regimes/accumulate-subsample"]
    .concat(["regimes/fresh", "regimes/fixed", "regimes/weighted"])
    .map((name) => `docs/${name}.md`),
  Project: ["bench/RESULTS.md", "CHANGELOG.md", "CONTRIBUTING.md"],
};
