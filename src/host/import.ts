/**
 * TypeScript puts a call of this around an address that it does not know, which may be that of a .ts file; its own is
 * made for scripts, and bundlers complain.
 */
export const __rewriteRelativeImportExtension = (url: string): string => url;

/** Loads a module whose address is known only now: no bundler is to look for it. */
export function importAt(url: string): Promise<Record<string, unknown>> {
  return import(/* @vite-ignore */ /* webpackIgnore: true */ url);
}

/** The text of a module. A browser asks for it as for any address; Node reads its own files. */
export async function textAt(url: string): Promise<string> {
  if (url.startsWith("file:")) {
    const { readFile } = (await importAt("node:fs/promises")) as {
      readFile(path: URL, encoding: "utf8"): Promise<string>;
    };
    return readFile(new URL(url), "utf8");
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return response.text();
}
