/**
 * The whole public API on one page, for programs that read: made of the declarations in dist/types, the docstrings with them.
 * What the public ones are made of and is not itself exported stands at the end.
 */
import { readFileSync } from "node:fs";
import ts from "@typescript/typescript6";

const ENTRIES = { lethe: "index", "lethe/random": "random", "lethe/plot": "plot" };

const { description } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

const HEAD = `# lethe

> ${description}

\`npm install lethe\`, an ES module for Node from 20 on, browsers and workers. Below are all names that can be imported, as
declared, with their docstrings. \`lethe/browser\` has those of \`lethe\` in one file for pages without a bundler. The command
\`lethe\` has \`run\`, \`forget\`, \`sweep\`, \`theory\`, \`reproduce\`, \`playground\`; its flags are the options in kebab-case, and
\`lethe run gaussian --help\` lists them. Guide: README.md and docs/ beside this file's folder; ranges of all options:
docs/options.md; theory by question: docs/theory.md.

\`\`\`js
import { gaussian, simulate, theory } from "lethe";
const run = await simulate({
  model: gaussian({ samples: 10 }), generations: 200, trajectories: 20000, seed: 42, survival: ["std>0.1"],
});
run.survival("std>0.1").probability[100]; // beside theory.gaussian.survival({ std: 1, samples: 10, threshold: 0.1, generation: 100 })
run.timeTo("std>0.1").median;
\`\`\``;

/** The page. `dir` has the declarations. */
export function llms(dir = new URL("../dist/types/", import.meta.url).pathname) {
  const files = Object.fromEntries(
    Object.entries(ENTRIES).map(([name, file]) => [name, `${dir}${file}.d.ts`]),
  );
  const program = ts.createProgram(Object.values(files), { noLib: true, types: [] });
  const page = new Page(program.getTypeChecker());
  for (const [name, file] of Object.entries(files)) {
    const source = program.getSourceFile(file);
    const module = source && page.checker.getSymbolAtLocation(source);
    if (module === undefined) throw new Error(`no declarations in ${file}: npm run build`);
    page.add(name, module);
  }
  return page.text();
}

/** @typedef {{ title: string, symbols: { name: string, symbol: ts.Symbol }[], also: string[] }} Section */

class Page {
  sections =
    /** @type {{ title: string, symbols: { name: string, symbol: ts.Symbol }[], also: string[] }[]} */ ([]);
  /** Public names, by what they stand for. */
  /** @type {Map<ts.Symbol, string>} */
  names = new Map();
  /** The same, by the names that the bundler gave them. @type {Map<string, string>} */
  plain = new Map();

  /** @param {ts.TypeChecker} checker */
  constructor(checker) {
    this.checker = checker;
  }

  /** @param {string} title @param {ts.Symbol} module */
  add(title, module) {
    /** @type {Section} */
    const section = { title, symbols: [], also: [] };
    this.sections.push(section);
    for (const exported of this.checker.getExportsOfModule(module)) {
      const symbol = this.origin(exported);
      if (symbol.flags & ts.SymbolFlags.Module)
        this.add(title === "lethe" ? exported.name : `${title}.${exported.name}`, symbol);
      else if (this.names.has(symbol)) section.also.push(exported.name);
      else {
        this.names.set(symbol, exported.name);
        section.symbols.push({ name: exported.name, symbol });
      }
    }
  }

  /**
   * What a name stands for in the end: the bundler gives what a namespace exports a second name.
   * @param {ts.Symbol} symbol
   * @returns {ts.Symbol}
   */
  origin(symbol) {
    if (symbol.flags & ts.SymbolFlags.Alias) return this.origin(this.checker.getAliasedSymbol(symbol));
    const [declaration] = symbol.declarations ?? [];
    const to =
      declaration &&
      ts.isVariableDeclaration(declaration) &&
      declaration.type &&
      ts.isTypeQueryNode(declaration.type)
        ? declaration.type.exprName
        : declaration &&
            ts.isTypeAliasDeclaration(declaration) &&
            symbol.name.includes("_d") &&
            ts.isTypeReferenceNode(declaration.type)
          ? declaration.type.typeName
          : undefined;
    const next = to && this.checker.getSymbolAtLocation(to);
    return next ? this.origin(next) : symbol;
  }

  /** What is declared: whole statements, of which a name may have several. @param {ts.Symbol} symbol */
  static statements(symbol) {
    return (symbol.declarations ?? []).map((node) =>
      ts.isVariableDeclaration(node) ? node.parent.parent : node,
    );
  }

  /** @param {ts.Node} node */
  code(node) {
    const text = node
      .getSourceFile()
      .text.slice(node.getStart(node.getSourceFile(), true), node.getEnd())
      .replace(/^(export )?declare /m, "")
      .replace(/^ +#private;\n/m, "")
      .replaceAll("    ", "  ");
    return text.replace(/\b\w+\$\d+\b/g, (word) => this.plain.get(word) ?? word);
  }

  text() {
    this.plain = new Map([...this.names].map(([symbol, name]) => [symbol.name, name]));
    const parts = this.sections.map(({ title, symbols, also }) => {
      const code = symbols.flatMap(({ symbol }) => Page.statements(symbol).map((node) => this.code(node)));
      const again =
        also.length > 0 ? `Also, as above: ${also.map((name) => `\`${name}\``).join(", ")}.\n\n` : "";
      return `## ${title}\n\n${again}\`\`\`ts\n${code.join("\n\n")}\n\`\`\``;
    });
    const inside = this.inside().map((node) => this.code(node));
    return `${[HEAD, ...parts, `## Not exported: what these are made of\n\n\`\`\`ts\n${inside.join("\n\n")}\n\`\`\``].join("\n\n")}\n`;
  }

  /** What public declarations refer to, and is not public itself. */
  inside() {
    const found = /** @type {Set<ts.Symbol>} */ (new Set());
    const visit = (/** @type {ts.Node} */ node) => {
      if (ts.isIdentifier(node)) {
        const at = this.checker.getSymbolAtLocation(node);
        const symbol = at && this.origin(at);
        const statements = symbol ? Page.statements(symbol) : [];
        const isTop = statements.length > 0 && statements.every(({ parent }) => ts.isSourceFile(parent));
        if (symbol && isTop && !this.names.has(symbol) && !found.has(symbol)) {
          found.add(symbol);
          statements.forEach(visit);
        }
      }
      ts.forEachChild(node, visit);
    };
    for (const symbol of this.names.keys()) for (const node of Page.statements(symbol)) visit(node);
    return [...found].flatMap(Page.statements);
  }
}
