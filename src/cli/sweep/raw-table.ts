import { closeSync, openSync, readSync } from "node:fs";
import { InputError } from "../../check/errors.ts";
import { bytes, counted } from "../../show/numbers.ts";
import type { Cell } from "../../study/cells.ts";
import { type Outcome, optionsOf } from "../../study/tables.ts";
import { shardsOf } from "../../study/units.ts";
import type { Output, OutputFile } from "../output.ts";
import { sizeOf } from "../raw/files.ts";
import { Keys } from "../raw/keys.ts";
import { type Chunk, type ColumnType, doubles, type Page, wholeOrNone } from "../raw/pages.ts";
import { ParquetStream } from "../raw/parquet-stream.ts";
import { groupOf, keyColumns, type Part, partsOf, ROWS, rowsOf } from "../raw/parts.ts";
import { nothing, repeated, type Value } from "../raw/repeated.ts";
import type { RawFilesOfShards } from "./raw-store.ts";
import { typeOf } from "./tables.ts";

/** Neighbouring trajectories of a cell, read from its files. */
interface Stretch {
  readonly of: CellPart;
  readonly first: number;
  readonly count: number;
  readonly columns: readonly Float64Array[];
}

/** A cell, as one of the tables has it. */
interface CellPart {
  readonly outcome: Outcome;
  readonly part: Part;
  readonly options: Readonly<Record<string, Value>>;
}

/**
 * The tables of every trajectory of a study: first the cell's options, in the order of the cells, then what those of a run have.
 * What is in them is read from the files of the shards, a row group at a time.
 */
export function rawFiles(
  output: Output,
  outcomes: readonly Outcome[],
  raw: RawFilesOfShards,
  study: object,
): OutputFile[] {
  const tables = new Map<Part["name"], Omit<CellPart, "options">[]>();
  for (const outcome of outcomes) {
    for (const part of partsOf({ ...outcome.cell.checked, generations: outcome.run.generations })) {
      const cells = tables.get(part.name) ?? [];
      cells.push({ outcome, part });
      tables.set(part.name, cells);
    }
  }
  const files: OutputFile[] = [];
  try {
    for (const [name, cells] of tables) {
      const file = output.open(`${name}.parquet`);
      files.push({ name: `${name}.parquet`, content: file });
      // In all cells alike, whatever can be observed there.
      const taken = new Set(cells.flatMap(({ part }) => part.values.map((column) => column.name)));
      const named = cells.map((cell) => ({ ...cell, options: columnsOf(cell.outcome, taken) }));
      const table = new StudyTable(
        named,
        (columns) => new ParquetStream(file, columns, { study, ...seedOf(study) }),
      );
      for (const group of groups(stretches(named, raw))) table.write(group);
      table.end();
    }
    return files;
  } catch (error) {
    for (const { content } of files) (content as { discard(): void }).discard();
    throw error;
  }
}

/** How large they will be, for the user to read. */
export function rawText(cells: readonly Cell[]): string {
  let [rows, size] = [0, 0];
  for (const { checked } of cells) {
    const own = sizeOf(checked);
    rows += own.rows;
    size += own.bytes;
  }
  const most = cells.some(({ until }) => until !== undefined) ? "at most " : "";
  return `raw trajectories: ${most}${counted(rows, "row")}, about ${bytes(size)}, and as much of working files`;
}

const seedOf = (study: object) => ({ seed: (study as { seed?: unknown }).seed });

/** A cell's options by the names of their columns; one that is called as an observable is called so in the model. */
const columnsOf = (outcome: Outcome, observables: ReadonlySet<string>): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(optionsOf(outcome)).map(([name, value]) => [
      observables.has(name) ? `model.${name}` : name,
      value,
    ]),
  );

/** A table under way. */
class StudyTable {
  readonly #options: readonly ColumnType[];
  readonly #values: readonly ColumnType[];
  readonly #stream: ParquetStream;
  readonly #keys = new Keys();

  constructor(cells: readonly CellPart[], begin: (columns: readonly ColumnType[]) => ParquetStream) {
    this.#options = Object.keys(cells[0].options).map((name) => {
      const values = cells.map(({ options }) => options[name]);
      return { name, type: typeOf(name, values), nullable: values.includes(null) };
    });
    const values = new Map<string, ColumnType>();
    for (const { part } of cells) for (const column of part.values) values.set(column.name, column);
    // Models differ in what can be observed.
    this.#values = [...values.values()].map((column) => ({
      ...column,
      nullable:
        column.nullable || !cells.every(({ part }) => part.values.some(({ name }) => name === column.name)),
    }));
    this.#stream = begin([...this.#options, ...keyColumns(cells[0].part), ...this.#values]);
  }

  /** Writes a row group. */
  write(group: readonly Stretch[]): void {
    const rows = group.map(({ of, count }) => count * rowsOf(of.part));
    const options = this.#options.map((column) =>
      repeated(
        column,
        group.map(({ of }) => of.options[column.name]),
        rows,
      ),
    );
    const keys = group.map(({ of, first, count }) => this.#keys.pages(first, count, of.part.generations));
    const values = this.#values.map(
      (column): Chunk => ({ pages: group.map((one, i) => pageOf(column, one, rows[i])) }),
    );
    const chunks = [
      ...options,
      ...keys[0].map((_, k): Chunk => ({ pages: keys.map((pages) => pages[k]) })),
      ...values,
    ];
    this.#stream.group(
      rows.reduce((sum, many) => sum + many, 0),
      chunks,
    );
  }

  end(): void {
    this.#stream.finish();
  }
}

function pageOf({ name, type, nullable }: ColumnType, { of, columns }: Stretch, rows: number): Page {
  const at = of.part.values.findIndex((column) => column.name === name);
  if (at < 0) return nothing(rows);
  return type === "DOUBLE" ? doubles(columns[at], nullable) : wholeOrNone(columns[at]);
}

/** Puts stretches together to row groups: as many as have enough rows. */
function* groups(all: Iterable<Stretch>): Generator<Stretch[]> {
  let group: Stretch[] = [];
  let rows = 0;
  for (const stretch of all) {
    const more = stretch.count * rowsOf(stretch.of.part);
    if (group.length > 0 && rows + more > ROWS) {
      yield group;
      group = [];
      rows = 0;
    }
    group.push(stretch);
    rows += more;
  }
  if (group.length > 0) yield group;
}

/** All trajectories, in the order of the cells. */
function* stretches(cells: readonly CellPart[], raw: RawFilesOfShards): Generator<Stretch> {
  for (const of of cells) {
    const { part, outcome } = of;
    for (const span of shardsOf(outcome.cell)) {
      const path = raw.find(part.name, outcome.cell, span);
      if (path === undefined)
        throw new InputError(`cannot read raw trajectories of ${outcome.cell.label}: they are gone`);
      const file = openSync(path, "r");
      try {
        const size = groupOf(part, span.count);
        for (let done = 0; done < span.count; done += size) {
          const count = Math.min(size, span.count - done);
          const columns = part.values.map(() => numbersOf(file, count * rowsOf(part)));
          yield { of, first: span.first + done, count, columns };
        }
      } finally {
        closeSync(file);
      }
    }
  }
}

/** The next numbers of a file that is known to have them. */
function numbersOf(file: number, many: number): Float64Array {
  const numbers = new Float64Array(many);
  const places = new Uint8Array(numbers.buffer);
  for (let at = 0; at < places.length; ) {
    const size = readSync(file, places, at, places.length - at, null);
    if (size === 0) throw new InputError("cannot read raw trajectories: a file became shorter");
    at += size;
  }
  return numbers;
}
