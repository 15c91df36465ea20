import type { Figure } from "../../src/plot/index.ts";

/** Several measurements, joined; the second ends early. Clouds of points, and a landmark. */
export const several: Figure = {
  name: "several",
  title: "Several measurements",
  x: { title: "generation", scale: "linear" },
  y: { title: "share", scale: "log" },
  parts: [
    { kind: "bound", name: "Theorem 9", side: "upper", x: [0, 1, 2], y: [1, 0.9, 0.8] },
    ...["one", "two", "three"].map((label, i) => ({
      kind: "measured" as const,
      label,
      x: [0, 1, 2],
      y: [1, 0.5 + i / 10, i === 1 ? Number.NaN : 0.3],
      low: [1, 0.4, 0.2],
      high: [1, 0.6, 0.4],
      joined: true,
    })),
    { kind: "scatter", label: "cloud", x: [1, 2], y: [0.5, 0.25], turn: 3 },
    { kind: "landmark", label: "here", x: [1], y: [0.7] },
  ],
};

/** One of every part, with zeros and a bound far below on a logarithmic axis. */
export const everything: Figure = {
  name: "everything",
  title: "All parts <at once> & more: on one figure",
  x: { title: "generation", scale: "linear" },
  y: { title: "Pr(p ≠ 0)", scale: "log" },
  parts: [
    {
      kind: "trajectories",
      label: "2 runs",
      x: [0, 1, 2],
      lines: [
        [1, 0.5, 0.3],
        [1, 0.2, 0],
      ],
    },
    { kind: "band", label: "most of them", x: [0, 1, 2], low: [0.9, 0.3, 0.1], high: [1, 0.6, 0.4] },
    { kind: "bound", name: "Theorem 9", side: "upper", x: [0, 1, 2], y: [1, 0.9, 0.8] },
    { kind: "bound", name: "Theorem 9", side: "lower", x: [0, 1, 2], y: [1, 1e-30, 0] },
    { kind: "exact", label: "exact law", x: [0, 1, 2], y: [1, 0.4, 0.2] },
    { kind: "approximation", label: "rough law", x: [0, 1, 2], y: [1, 0.5, 0.25] },
    {
      kind: "measured",
      label: "simulation",
      x: [0, 1, 2, 3],
      y: [1, 0.4, 0.1, 0],
      low: [1, 0.3, -0.1, 0],
      high: [1, 0.5, 0.3, 0],
    },
  ],
};
