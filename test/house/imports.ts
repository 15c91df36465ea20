// Reads the imports of the source as a compiler does, those of types too.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { parseSync } from "rolldown/utils";

/** Source files by their paths. */
export type Sources = ReadonlyMap<string, string>;

/** Which files import which. */
type Imports = ReadonlyMap<string, readonly string[]>;

export function sources(folder: string): Sources {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file.replaceAll("\\", "/")));
  return new Map(files.map((file) => [file, readFileSync(file, "utf8")]));
}

/** What names that begin with # stand for: each for one file or another. */
const named: Record<string, Record<string, string>> = JSON.parse(
  readFileSync("package.json", "utf8"),
).imports;

/** For each file, those among all that it imports. @throws {Error} for one that is not among them */
export function importsOf(files: Sources, all = files): Imports {
  return new Map(
    [...files].map(([file, text]) => [file, targets(file, text).map((to) => found(file, to, all))]),
  );
}

function found(file: string, to: string, all: Sources): string {
  const name = [to, `${to}.ts`].find((name) => all.has(name));
  if (!name) throw new Error(`${file} imports ${to}, which is not there`);
  return name;
}

function targets(file: string, text: string): string[] {
  const { module } = parseSync(file, text);
  const from = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.map(({ moduleRequest }) => moduleRequest?.value),
    ),
    // Imports at run time, and types of what is imported.
    ...[...text.matchAll(/\bimport\("([^"]+)"\)/g)].map(([, path]) => path),
  ];
  return from.flatMap((path) => {
    if (path?.startsWith("#")) return Object.values(named[path]).map(sourceOf);
    return path?.startsWith(".") ? join(dirname(file), path) : [];
  });
}

const sourceOf = (built: string): string => built.replace(/^\.\/dist\//, "src/").replace(/js$/, "ts");

/** A circle of files, or undefined where there is none. */
export function circle(imports: Imports): string[] | undefined {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    path.push(file);
    for (const next of imports.get(file) ?? []) {
      const found = visit(next);
      if (found) return found;
    }
    path.pop();
    done.add(file);
    return undefined;
  };
  for (const file of imports.keys()) {
    const found = visit(file);
    if (found) return found;
  }
  return undefined;
}
