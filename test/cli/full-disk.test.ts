import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ending } from "../../src/cli/fail.ts";
import { writeWhole } from "../../src/cli/open-file.ts";
import { Output } from "../../src/cli/output.ts";
import { RawFilesOfShards } from "../../src/cli/sweep/raw-store.ts";
import { cellsOf } from "../../src/study/cells.ts";

let failing = "";
function fail(): void {
  if (failing) throw Object.assign(new Error(`${failing}: in the system's words`), { code: failing });
}
vi.mock("node:fs", async (original) => {
  const real = await original<typeof fs>();
  const writeSync = (...args: Parameters<typeof real.writeSync>) => {
    fail();
    return real.writeSync(...args);
  };
  const mkdirSync = (...args: Parameters<typeof real.mkdirSync>) => {
    fail();
    return real.mkdirSync(...args);
  };
  return { ...real, writeSync, mkdirSync };
});

let out: string;
beforeEach(() => {
  out = fs.mkdtempSync(join(tmpdir(), "lethe-full-"));
});
afterEach(() => {
  failing = "";
  fs.rmSync(out, { recursive: true, force: true });
});

const thrown = (act: () => void): unknown => {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
};

describe("a machine that fails", () => {
  it.each([
    ["ENOSPC", "no space is left on the device"],
    ["EDQUOT", "the disk quota is used up"],
    ["EIO", "the device failed"],
  ])("while a file is written is no bad input: %s", (code, why) => {
    const output = new Output(out);
    failing = code;
    const error = thrown(() => output.write([{ name: "a.csv", content: "a" }]));
    failing = "";
    expect(ending(error, "")).toEqual({ code: 1, text: `cannot write ${join(out, "a.csv")}: ${why}` });
    expect(fs.readdirSync(out)).toEqual([]);
  });

  it("while a file is written piece by piece, of which nothing is left", () => {
    const output = new Output(out);
    const file = output.open("a.parquet");
    file.append(Uint8Array.of(1));
    failing = "ENOSPC";
    const error = thrown(() => file.append(Uint8Array.of(2)));
    failing = "";
    const text = `cannot write ${join(out, "a.parquet")}: no space is left on the device`;
    expect(ending(error, "")).toEqual({ code: 1, text });
    expect(fs.readdirSync(out)).toEqual([]);
  });

  it.each([
    ["ENOSPC", 1, "no space is left on the device"],
    ["EACCES", 2, "permission denied"],
  ])("while working files of a study are written leaves none that is half: %s", (code, exit, why) => {
    const path = join(out, "a.shard");
    writeWhole(path, Buffer.from("before"));
    failing = code;
    const error = thrown(() => writeWhole(path, Buffer.from("after")));
    failing = "";
    expect(ending(error, "")).toEqual({ code: exit, text: `cannot write ${path}: ${why}` });
    expect(fs.readdirSync(out)).toEqual(["a.shard"]);
    expect(fs.readFileSync(path, "utf8")).toBe("before");
  });

  it("while raw trajectories are written leaves none that are half", () => {
    const [cell] = cellsOf({
      model: { name: "bernoulli", p: 0.5, samples: 2 },
      ...{ generations: 1, trajectories: 4 },
    });
    const span = { first: 0, count: 4 };
    const raw = new RawFilesOfShards(
      out,
      () => "key",
      () => {},
    );
    const shard = raw.begin(cell, span, cell.checked);
    const some = { ...span, generations: [0, 1], observables: { p: new Float64Array(8) }, timeTo: {} };
    failing = "ENOSPC";
    const error = thrown(() => {
      shard.add(some);
      shard.end();
    });
    failing = "";
    expect(ending(error, "")).toMatchObject({
      code: 1,
      text: expect.stringMatching(/^cannot write .*: no space/),
    });
    raw.discard();
    expect([fs.readdirSync(join(out, "raw")), raw.has(cell, span)]).toEqual([[], false]);
    const again = raw.begin(cell, span, cell.checked);
    again.add(some);
    again.end();
    expect([fs.readdirSync(join(out, "raw")).length, raw.isWhole([cell])]).toEqual([1, true]);
  });

  it("while the directory is made is none either", () => {
    failing = "ENOSPC";
    const error = thrown(() => new Output(join(out, "new")));
    const text = `cannot make ${join(out, "new")}: no space is left on the device`;
    expect(ending(error, "")).toEqual({ code: 1, text });
  });
});
