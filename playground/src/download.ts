import { csvText } from "../../src/show/csv.ts";

/** Offers a file to be kept. */
export function download(name: string, content: Blob | string, type = "text/plain"): void {
  const blob = typeof content === "string" ? new Blob([content], { type: `${type};charset=utf-8` }) : content;
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** An SVG as a PNG of twice its size. */
export async function png(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = 2 * image.width;
  canvas.height = 2 * image.height;
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return await new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no PNG could be made"))), "image/png");
  });
}

/** Columns of a table as CSV; where one is shorter than others its last cells are empty. */
export function csv(
  columns: readonly (readonly [name: string, values: ArrayLike<number | string | null>])[],
): string {
  const length = Math.max(...columns.map(([, values]) => values.length));
  function* rows() {
    for (let i = 0; i < length; ++i) yield columns.map(([, values]) => values[i] ?? null);
  }
  return csvText(
    columns.map(([name]) => name),
    rows(),
  );
}

/** Copies a text; false where the browser does not let the page. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
