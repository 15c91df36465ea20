// What is exported as "lethe/plot".
export { drawPdf, drawPng, drawSvg } from "./draw.ts";
export type { Frame } from "./frame.ts";
export { type Picture, type PlotOptions, plot } from "./plot.ts";
