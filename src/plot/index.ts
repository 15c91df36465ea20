export type {
  Axis,
  Bound,
  Exact,
  Figure,
  Landmark,
  Measured,
  Part,
  Scatter,
  Trajectories,
} from "./figure.ts";
export { figureFiles, inlineSvg, type NamedFile } from "./files.ts";
export { forgetFigures } from "./forget.ts";
export { leftOut } from "./layers.ts";
export { type Colour, darkHex, darkRules, hex } from "./palette.ts";
export { toPng, toSvg, whyNoPng } from "./render.ts";
export { type NamedPicture, notDrawn, runPictures } from "./run.ts";
export { vegaLite } from "./spec.ts";
export { drawSvg } from "./study/draw.ts";
export { theoryParts } from "./theory.ts";
export { untilOneFigure } from "./until-one.ts";
