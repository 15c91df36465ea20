import { type Plot, ticks } from "../plot.ts";
import { type Axis, linear, logarithmic } from "../story/axes.ts";
import { Board } from "../story/board.ts";

/** A plot of the bench as the picture of a card, simulated as far as index `upto`: each curve with its name. */
export function plotPicture(plot: Plot, upto: number): Board["print"] {
  const { x, xLog, xLabel, yLog, yRange, yLabel, bands, lines, each, lineColour, curves } = plot;
  const axis = (label: string, log: boolean, range: readonly [number, number], about: number): Axis =>
    (log ? logarithmic : linear)(label, ...range, ticks(range, log, about));
  const axes = {
    x: axis(xLabel, xLog, [x[0], Math.max(x[x.length - 1], x[0] + 1e-9)], 4),
    y: axis(yLabel, yLog, yRange, 5),
  };
  const board = new Board(document.createElement("div"), axes, {
    below: () => {
      for (const { low, high, colour } of bands)
        board.band(x, low, high, colour, { alpha: 0.18, upto: upto + 1 });
      if (each)
        for (const { values } of lines)
          board.line(x, values, lineColour, { width: 0.8, alpha: 0.42, upto: upto + 1 });
      for (const { values, colour, width, dash = [], simulated } of curves)
        board.line(x, values, colour, { width, dash: [...dash], ...(simulated ? { upto: upto + 1 } : {}) });
    },
    above: () => names(board, plot),
  });
  return (...to) => board.print(...to);
}

/** Names of the curves, one below the other, in the corner where fewer points lie: what is simulated first. */
function names(board: Board, { x, curves }: Plot): void {
  const { left, top, width, height } = board.box;
  const deep = 18 * curves.length;
  let [above, below] = [0, 0];
  for (const { values } of curves) {
    for (let i = 0; i < values.length; ++i) {
      const [at, y] = [board.x(x[i]) - left, board.y(values[i]) - top];
      if (at > width / 3 && y < deep) ++above;
      if (at < (2 * width) / 3 && y > height - deep) ++below;
    }
  }
  [...curves].reverse().forEach(({ name, colour }, i) => {
    if (above <= below) board.label(name, left + width - 4, top + 14 + 18 * i, colour, "right");
    else board.label(name, left + 8, top + height - deep + 12 + 18 * i, colour);
  });
}
