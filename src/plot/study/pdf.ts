import { fontFiles } from "../render.ts";

/** An element of an SVG as Vega writes it: its name, its attributes, and the text after it. */
const TAG = /<(\/?)(\w+)((?:\s[\w:-]+="[^"]*")*)\s*(\/?)>([^<]*)/g;

/**
 * An SVG of Vega's as PDF: lines, areas and symbols as they are, text as text with the letters of its font inside.
 *
 * @param width of the page, in points
 * @param across the width of the SVG, in its own units
 */
export async function toPdf(svg: string, width: number, across: number): Promise<Uint8Array> {
  const { default: Document } = await import("#pdfkit");
  const [, , down] = (/ width="([^"]*)" height="([^"]*)"/.exec(svg) ?? []).map(Number);
  const scale = width / across;
  const [regular, bold] = fontFiles();
  const size: [number, number] = [width, down * scale];
  // The same picture has the same bytes, whenever it is made.
  const info = { CreationDate: new Date(0), Producer: "lethe", Creator: "lethe" };
  const page = new Document({ size, margin: 0, font: regular, info });
  const pieces: Uint8Array[] = [];
  page.on("data", (piece: Uint8Array) => pieces.push(piece));
  const done = new Promise<void>((resolve) => page.on("end", resolve));
  page.scale(scale);
  for (const element of elementsOf(svg)) draw(page, element, bold, regular);
  page.end();
  await done;
  return new Uint8Array(Buffer.concat(pieces));
}

type Page = PDFKit.PDFDocument;
type Attributes = Readonly<Record<string, string>>;

interface Element {
  readonly kind: "open" | "close" | "whole";
  readonly name: string;
  readonly attributes: Attributes;
  readonly text: string;
  /** Where a clipping path, which stands before it is used, has its rectangle. */
  readonly clip: Attributes | undefined;
}

function* elementsOf(svg: string): Generator<Element> {
  const clips = new Map<string, Attributes>();
  let clipping = "";
  for (const [, end, name, list, alone, text] of svg.matchAll(TAG)) {
    const attributes = Object.fromEntries(
      [...list.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, attribute, value]) => [attribute, value]),
    );
    if (name === "clipPath") clipping = end ? "" : attributes["id"];
    else if (clipping !== "") clips.set(clipping, attributes);
    else if (name !== "defs" && name !== "svg") {
      const clip = clips.get(/^url\(#(.*)\)$/.exec(attributes["clip-path"] ?? "")?.[1] ?? "");
      yield { kind: end ? "close" : alone ? "whole" : "open", name, attributes, text, clip };
    }
  }
}

function draw(
  page: Page,
  { kind, name, attributes, text, clip }: Element,
  bold: string,
  regular: string,
): void {
  if (kind === "close") {
    if (name === "g") page.restore();
    return;
  }
  if (attributes["display"] === "none") return;
  page.save();
  const [x = 0, y = 0] = numbers(/translate\(([^)]*)\)/.exec(attributes["transform"] ?? "")?.[1] ?? "");
  page.translate(x, y);
  if (clip) rectangle(page, clip).clip();
  // A group goes on until it is closed.
  if (name === "g") return;
  if (name === "text") {
    page
      .font(attributes["font-weight"] === "bold" ? bold : regular)
      .fontSize(Number.parseFloat(attributes["font-size"]));
    write(page, unescaped(text), attributes);
  } else paint(page, name, attributes);
  page.restore();
}

function write(page: Page, text: string, attributes: Attributes): void {
  const wide = page.widthOfString(text);
  const anchor = { end: wide, middle: wide / 2 }[attributes["text-anchor"]] ?? 0;
  page.fillColor(attributes["fill"]).fillOpacity(Number(attributes["opacity"] ?? 1));
  page.text(text, -anchor, 0, { lineBreak: false, baseline: "alphabetic" });
}

function paint(page: Page, name: string, attributes: Attributes): void {
  const { fill, stroke, opacity = "1", d = "", x2 = "0", y2 = "0" } = attributes;
  const [fills, strokes] = [fill, stroke].map(
    (colour) => colour !== undefined && colour !== "none" && colour !== "transparent",
  );
  if ((name === "path" && d === "") || !(fills || strokes)) return;
  page.opacity(Number(opacity)).lineWidth(Number(attributes["stroke-width"] ?? 1));
  const dashes = numbers(attributes["stroke-dasharray"] ?? "");
  if (dashes.length > 0) page.dash(dashes[0], { space: dashes[1] });
  if (name === "line") page.moveTo(0, 0).lineTo(Number(x2), Number(y2));
  else if (name === "rect") rectangle(page, attributes);
  else page.path(d);
  if (fills && strokes) page.fillAndStroke(fill, stroke);
  else if (fills) page.fill(fill);
  else page.stroke(stroke);
}

const rectangle = (page: Page, { x = "0", y = "0", width, height }: Attributes): Page =>
  page.rect(Number(x), Number(y), Number(width), Number(height));

const numbers = (text: string): number[] => (text === "" ? [] : text.split(/[ ,]+/).map(Number));

const unescaped = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
