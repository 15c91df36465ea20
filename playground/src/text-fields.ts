import type { Field } from "./fields.ts";

/** What can be chosen in the view of a text. */
export const TEXT_FIELDS: readonly Field[] = [
  {
    kind: "number",
    name: "generations",
    label: "Generations",
    min: 1,
    max: 100_000,
    integer: true,
    slider: [10, 10_000],
    log: true,
    default: 1000,
  },
  {
    kind: "choice",
    name: "order",
    label: "A word depends on",
    values: [
      { value: "1", label: "nothing (order 1)" },
      { value: "2", label: "the word before (order 2)" },
      { value: "3", label: "the two before (order 3)" },
      { value: "4", label: "the three before (order 4)" },
    ],
    default: "3",
  },
  {
    kind: "number",
    name: "page",
    label: "Generation to read",
    min: 0,
    max: 1000,
    integer: true,
    slider: [0, 100],
    default: 10,
  },
];
