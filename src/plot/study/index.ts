/**
 * Pictures of a study's tables, as SVG, PNG and PDF.
 * @module lethe/plot
 */
export { drawPdf, drawPng, drawSvg } from "./draw.ts";
export type { Frame } from "./frame.ts";
export { type Picture, type PlotOptions, plot } from "./plot.ts";
