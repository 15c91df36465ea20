import { invalid } from "../../check/errors.ts";
import { checkIds, type Ids } from "../../text/ids.ts";
import { countIds } from "../../text/ids-file.ts";
import { checkJsonField } from "../../text/json-lines.ts";
import { countFile, type FileCounts } from "../../text/read.ts";
import { reading } from "../../text/reading.ts";
import { checkTokenizer, type Tokenizer } from "../../text/tokenise.ts";
import type { Flags } from "../flags.ts";
import type { Shell } from "../shell.ts";

/** How a text was cut into words, or how the ids of a file are written. */
export interface Words {
  readonly tokenizer: Tokenizer | undefined;
  readonly jsonField: string | undefined;
  readonly ids: Ids | undefined;
}

/** Checks what the words of a file are, before it is read: it may be long. */
export function checkWords(file: string | undefined, { tokenizer, jsonField, ids }: Flags): Words {
  if (ids !== undefined) {
    checkIds(ids);
    for (const [name, value] of Object.entries({ tokenizer, jsonField })) {
      if (value !== undefined) throw invalid(name, value, "not with --ids: there is no text");
    }
    if (file === undefined)
      throw invalid("ids", ids, "only with a file of your own, or - for standard input");
    return { tokenizer: undefined, jsonField: undefined, ids };
  }
  const cut = tokenizer ?? "words";
  checkTokenizer(cut);
  checkJsonField(jsonField, file);
  return { tokenizer: cut, jsonField: jsonField as string | undefined, ids };
}

/** Counts the words of a text, or the ids of a file. */
export const readWords = (
  file: string | undefined,
  { ids, ...words }: Words,
  shell: Shell,
): Promise<FileCounts> =>
  ids === undefined
    ? countFile(file, { ...words, ...reading(file, shell) })
    : countIds(file as string, ids, reading(file, shell));
