const DIGITS = /^\d{1,15}$/;
const DECIMAL = /^\+?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** Groups of three digits, the same sign between them all, and perhaps a fraction of nothing but zeros. */
const GROUPED = /^\+?([1-9]\d{0,2}([.,'’ \u00a0\u2009\u202f])\d{3}(?:\2\d{3})*)([.,]0*)?$/;
const DECIMAL_COMMA = /^\+?\d+,\d*$/;

/** Whether a cell holds a number of any kind: negative, with a fraction, with signs between the thousands. */
export const isNumber = (cell: string): boolean =>
  /^\s*[+-]?[.,]?\d[\d.,'’\u00a0\u2009\u202f ]*(e[+-]?\d+)?\s*$/i.test(cell);

/**
 * Reads the counts of one table: whole numbers from 0 to 2^53-1, in decimal notation (`1e6`, `12.0`) or with signs
 * between the thousands (`5,200`, `5 200`, `5'200`, `1.234.567`).
 *
 * `41.000` is 41 or 41000. What came before it decides: `1.234.567` takes the dot for a sign between thousands, `5200.0`
 * for the beginning of a fraction. Where numbers may have commas for dots, so it is with `41,000`.
 */
export class WholeNumbers {
  readonly #commas: boolean;
  #sign: "thousands" | "fraction" | undefined;

  /** `commas`: a comma may begin a fraction, as in tables whose fields are between semicolons. */
  constructor(commas: boolean) {
    this.#commas = commas;
  }

  /** The number; undefined where there is none, `"either"` where it may be one or a thousand times that. */
  read(cell: string): number | "either" | undefined {
    const text = cell.trim();
    if (DIGITS.test(text)) return Number(text);
    const grouped = GROUPED.exec(text);
    if (grouped !== null && grouped[3]?.[0] !== grouped[2]) return this.#grouped(grouped);
    const plain = this.#commas && DECIMAL_COMMA.test(text) ? text.replace(",", ".") : text;
    if (!DECIMAL.test(plain)) return undefined;
    if (/\.\d/.test(plain)) this.#sign ??= "fraction";
    return safe(plain);
  }

  #grouped([, groups, sign, fraction]: RegExpExecArray): number | "either" | undefined {
    const alone = groups.length < 8 && fraction === undefined;
    const mayBeFraction = sign === "." || (sign === "," && this.#commas);
    if (alone && mayBeFraction) {
      if (this.#sign === undefined) return "either";
      if (this.#sign === "fraction") return safe(groups.replace(",", "."));
    }
    if (mayBeFraction) {
      if (this.#sign === "fraction") return undefined;
      this.#sign = "thousands";
    }
    return safe(groups.replaceAll(sign, ""));
  }
}

function safe(text: string): number | undefined {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}
