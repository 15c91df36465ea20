// A machine for which there is no program that draws PNGs.
import { describe, expect, it, vi } from "vitest";
import { checkPictures } from "../../src/cli/pictures.ts";
import { figureFiles, whyNoPng } from "../../src/plot/index.ts";
import { reproduce } from "../../src/report/index.ts";
import { several } from "./figures.ts";

vi.mock("@resvg/resvg-js", () => {
  throw new Error("Cannot find module '@resvg/resvg-js-plan9-mips'");
});

describe("without a program that draws PNGs", () => {
  it("figures come as SVG and Vega-Lite", async () => {
    const files = await figureFiles(several);
    expect(files.map(({ name }) => name.replace(several.name, ""))).toEqual([".svg", ".vl.json"]);
  });

  it("the report has no PNG, and no link to one", async () => {
    const { files } = await reproduce({ only: ["poisson-1"], quick: true, seed: 1 });
    expect(files.map(({ name }) => name)).toEqual([
      "figures/poisson-1.svg",
      "figures/poisson-1.vl.json",
      "data/poisson-1.csv",
      "index.html",
    ]);
    expect(files[3].content).toContain("poisson-1.svg");
    expect(files[3].content).not.toMatch(/png/i);
  });

  it("it is said, and why", async () => {
    const notes: string[] = [];
    await checkPictures({ note: (text) => notes.push(text), print() {}, progress() {} });
    expect(notes).toEqual([`pictures come as SVG only, without PNG: ${await whyNoPng()}`]);
    expect(await whyNoPng()).toContain(`${process.platform} ${process.arch}`);
  });
});
