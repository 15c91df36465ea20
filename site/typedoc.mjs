// Pages and reference, by TypeDoc: one navigation, one search, works from a folder.
import { readFileSync } from "node:fs";
import { register } from "node:module";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { titleOf } from "./headings.mjs";
import { links } from "./links.mjs";
import { PAGES } from "./pages.mjs";
import { addWords, sharpen } from "./search.mjs";

register("./typescript.mjs", import.meta.url);
const { Application, Converter, IndexEvent, PageEvent, ReflectionKind, StructureRouter } = await import(
  "typedoc"
);

const root = fileURLToPath(new URL("..", import.meta.url));
const here = fileURLToPath(new URL(".", import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** @type {Partial<import("typedoc").TypeDocOptions>} */
const OPTIONS = {
  ...{ name: `lethe ${version}`, readme: join(root, "README.md"), router: "site", basePath: root },
  entryPoints: ["src/index.ts", "src/random/index.ts", "src/plot/study/index.ts"].map((file) =>
    join(root, file),
  ),
  tsconfig: join(root, "tsconfig.json"),
  projectDocuments: Object.values(PAGES)
    .flat()
    .map((file) => join(root, file)),
  ...{
    disableSources: true,
    excludePrivate: true,
    excludeInternal: true,
    githubPages: false,
    hideGenerator: true,
  },
  ...{ searchInComments: true, searchInDocuments: true, sortEntryPoints: false, sort: ["source-order"] },
  ...{ customCss: join(here, "style.css"), favicon: join(here, "icon.svg"), includeHierarchySummary: false },
  headings: { readme: false, document: false },
  navigation: {
    includeCategories: false,
    includeGroups: true,
    includeFolders: false,
    excludeReferences: false,
  },
  // Addresses from the root of the site: links.mjs makes them relative.
  navigationLinks: {
    Theory: "site:docs/theory.html",
    Models: "site:docs/models.html",
    API: "site:api/lethe.html",
    Playground: "site:docs/playground.html",
  },
  groupOrder: [...Object.keys(PAGES), "Modules", "Namespaces", "Functions", "Classes", "Variables", "*"],
  highlightLanguages: [
    "bash",
    "javascript",
    "typescript",
    "json",
    "html",
    "python",
    "r",
    "sql",
    "yaml",
    "docker",
  ],
  ignoredHighlightLanguages: ["text", "latex", "bibtex"],
  // Not all that a type is made of has a name to import.
  validation: {
    notExported: false,
    invalidLink: true,
    invalidPath: true,
    rewrittenLink: true,
    notDocumented: false,
  },
  logLevel: "Warn",
};

/** The group of a page. @param {string} file */
const groupOf = (file) => Object.entries(PAGES).find(([, files]) => files.includes(file))?.[0] ?? "Project";

/** The file of a page, from the root of the repository. @param {import("typedoc").DocumentReflection} page */
const fileOf = (page) =>
  relative(root, page.project.files.getReflectionPath(page) ?? "").replaceAll("\\", "/");

/** A page has the path of its file, a declaration its qualified name. */
class Router extends StructureRouter {
  /**
   * @override
   * @param {import("typedoc").Reflection} reflection
   */
  getIdealBaseName(reflection) {
    if (reflection.isDocument()) return fileOf(reflection).replace(/\.md$/, "");
    return `api/${super.getIdealBaseName(reflection)}`;
  }
}

/**
 * Writes pages and reference into a folder. What TypeDoc complains of ends it, such as a link that leads nowhere.
 * @param {string} out
 */
export async function writePages(out) {
  const app = await Application.bootstrap(OPTIONS);
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_, page) => {
    const file = fileOf(page);
    page.name = titleOf(join(root, file));
    page.frontmatter["group"] = groupOf(file);
  });
  app.renderer.defineRouter("site", Router);
  const project = await app.convert();
  if (project === undefined) throw new Error("TypeDoc could not read the sources");
  app.validate(project);
  const named = project.getReflectionsByKind(
    ReflectionKind.Function | ReflectionKind.Variable | ReflectionKind.Namespace,
  );
  app.renderer.on(PageEvent.END, (page) => {
    page.contents = links(page, named, /** @type {Router} */ (app.renderer.router));
  });
  app.renderer.on(IndexEvent.PREPARE_INDEX, (event) => addWords(event, join(root, "docs/theory.md")));
  await app.generateDocs(project, out);
  sharpen(join(out, "assets/main.js"));
  const { errorCount, warningCount } = app.logger;
  if (errorCount + warningCount > 0)
    throw new Error(`${errorCount} errors and ${warningCount} warnings of TypeDoc`);
}
