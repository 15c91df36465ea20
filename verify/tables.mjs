import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("./tables/", import.meta.url);

/** All tables, each with the name of its file. `numbers/` makes most of them. */
export function readTables() {
  return readdirSync(folder).flatMap((file) =>
    JSON.parse(readFileSync(new URL(file, folder), "utf8")).map((table) => ({ file, ...table })),
  );
}
