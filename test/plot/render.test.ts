import { Resvg } from "@resvg/resvg-js";
import { describe, expect, it, vi } from "vitest";
import { looks } from "../../src/plot/figure.ts";
import { figureFiles, inlineSvg, leftOut, toPng, vegaLite } from "../../src/plot/index.ts";
import { everything, several } from "./figures.ts";

const texts = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);

describe("a figure", () => {
  it("is drawn without a warning, with every text in it", async () => {
    const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
    const [svg] = await figureFiles(everything);
    expect(warned).not.toHaveBeenCalled();
    warned.mockRestore();
    expect(texts(String(svg.content))).toEqual(
      expect.arrayContaining([
        "All parts &lt;at once&gt; &amp; more",
        "on one figure",
        "generation",
        "Pr(p ≠ 0)",
        "Theorem 9 (upper)",
        "Theorem 9 (lower)",
        "simulation",
        "0.1",
        "1",
      ]),
    );
    expect(String(svg.content)).not.toMatch(/NaN|Infinity|undefined/);
  });

  it("comes as SVG, PNG and spec", async () => {
    const files = await figureFiles(everything);
    expect(files.map(({ name }) => name)).toEqual(["everything.svg", "everything.png", "everything.vl.json"]);
    expect([...(files[1].content as Uint8Array).subarray(1, 4)]).toEqual(
      [..."PNG"].map((c) => c.charCodeAt(0)),
    );
    expect(JSON.parse(String(files[2].content))).toEqual(JSON.parse(JSON.stringify(vegaLite(everything))));
  });

  it("gives the same bytes each time, ids of its own, and no title where a page has one", async () => {
    const [one, two] = await Promise.all([inlineSvg(everything), inlineSvg(everything)]);
    expect(one).toBe(two);
    expect(one).not.toContain("on one figure");
    for (const [, id] of one.matchAll(/\bid="([^"]+)"/g)) expect(id).toMatch(/^inline-everything-/);
  });

  it("leaves zeros out of a logarithmic axis, and tells how many", async () => {
    expect(leftOut(everything)).toBe(1);
    expect(leftOut({ ...everything, y: { title: "p", scale: "linear" } })).toBe(0);
    const zeros = { ...everything.parts[6], y: [0, 0, 0, 0], high: [0, 0, 0, 0] };
    const nothing = { ...everything, parts: [zeros] } as typeof everything;
    expect(await inlineSvg(nothing)).toContain("simulation");
  });

  it("does not let a bound stretch its axis", () => {
    const { encoding } = vegaLite(everything) as { encoding: { y: { scale: { domain: number[] } } } };
    expect(encoding.y.scale.domain[0]).toBeGreaterThan(0.005);
    expect(encoding.y.scale.domain[1]).toBeLessThan(2);
  });
});

describe("several measurements", () => {
  it("differ in colour and shape from each other and from bounds", () => {
    const styles = looks(several.parts).map(({ colour, shape }) => `${colour} ${shape}`);
    expect(styles).toEqual([
      "vermillion stroke",
      "blue circle",
      "green square",
      "purple triangle-up",
      "amber diamond",
      "ink cross",
    ]);
    // A bound gives way where its colour is taken.
    const bound = (name: string) => ({ kind: "bound", name, side: "upper", x: [0], y: [1] }) as const;
    const two = looks([bound("A"), bound("B"), ...several.parts.slice(1, 3)]);
    expect(two.map(({ colour }) => colour)).toEqual(["vermillion", "amber", "blue", "green"]);
    expect(two.slice(0, 2).map(({ dash }) => dash[0])).toEqual([8, 8]);
  });

  it("are larger where there are more cases", async () => {
    const part = { kind: "measured", label: "a", x: [1, 2], y: [1, 1], low: [1, 1], high: [1, 1] } as const;
    const x = { title: "x", scale: "linear" } as const;
    const svg = await inlineSvg({ name: "a", title: "a", x, y: x, parts: [{ ...part, cases: [7391, 1] }] });
    const [many, one] = [
      ...svg.matchAll(/aria-roledescription="point"[^>]*d="M([\d.]+),0A|d="M([\d.]+),0A/g),
    ].map(([, a, b]) => Number(a ?? b));
    expect(many).toBeGreaterThan(2 * one);
  });

  it("are joined by lines and bands, and end where they were not measured", async () => {
    const svg = await inlineSvg(several);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(texts(svg)).toEqual(expect.arrayContaining(["one", "two", "three", "cloud", "here"]));
    expect(leftOut(several)).toBe(0);
    const { layer } = vegaLite(several) as {
      layer: { mark: { type: string }; data: { values: object[] } }[];
    };
    expect(layer.map(({ mark, data }) => `${mark.type} ${data.values.length}`)).toEqual([
      "line 3",
      ...["area 3", "line 3", "point 3"],
      ...["area 2", "line 2", "point 2"],
      ...["area 3", "line 3", "point 3"],
      "point 2",
      "point 1",
    ]);
  });
});

describe("a PNG", () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="50"><rect width="200" height="50" fill="white"/>%</svg>';

  it("has its text: the font is found", async () => {
    const empty = await toPng(svg.replace("%", ""));
    const text = await toPng(svg.replace("%", '<text x="10" y="30" font-family="sans-serif">≠ words</text>'));
    expect(text.length).toBeGreaterThan(empty.length + 500);
  });

  it("is white around the picture and 1280 pixels wide", async () => {
    const [file] = await figureFiles(everything);
    const picture = new Resvg(String(file.content), { fitTo: { mode: "width", value: 1280 } }).render();
    expect([...picture.pixels.subarray(0, 4)]).toEqual([255, 255, 255, 255]);
    expect(picture.width).toBe(1280);
  });
});
