import { InputError, invalid } from "../../check/errors.ts";
import { lengthOf, listOf } from "../../check/given.ts";
import { plural } from "../../plural.ts";
import { MAX_TOKENS } from "../../text/sequence.ts";
import { MAX_TYPES } from "../../text/vocabulary.ts";
import type { NgramModel } from "./model.ts";

/** The options as they come: lists are known to be lists, not what is in them. */
export interface GivenNgram extends Pick<NgramModel, "name" | "order" | "rule"> {
  readonly tokens: ArrayLike<unknown>;
  readonly words?: ArrayLike<unknown>;
  readonly samples?: number;
  readonly ends?: ArrayLike<unknown>;
  readonly types?: ArrayLike<unknown>;
  readonly span?: number;
}

const NUMBER = `an integer from 0 to ${MAX_TOKENS - 1}`;
export const TOKENS = "an array of words or of their numbers";
const WORD = "a word: a string that is not empty";

/** Checks what the schema does not see; words become numbers, and lists copies of them. */
export function checkNgram(given: GivenNgram, place: string): NgramModel {
  const { name, order, rule } = given;
  const length = checkLength(lengthOf(`${place}tokens`, given.tokens, TOKENS), order, place);
  const text =
    typeof given.tokens[0] === "string"
      ? wordsToNumbers(given, length, place)
      : checkNumbers(given, length, place);
  const samples = given.samples ?? length;
  if (samples < order) throw invalid(`${place}samples`, samples, `at least ${order}, the order`);
  const ends = given.ends && checkEnds(given.ends, length, given, place);
  return { name, ...text, order, samples, rule, ...(ends && { ends }), span: given.span ?? order };
}

function checkLength(length: number, order: number, place: string): number {
  if (length === 0 || length > MAX_TOKENS)
    throw new InputError(`invalid ${place}tokens: ${length} of them (from 1 to ${MAX_TOKENS})`);
  if (length < order)
    throw new InputError(`invalid ${place}tokens: ${length} of them (at least ${order}, the order)`);
  return length;
}

type Words = Pick<NgramModel, "tokens" | "words" | "types">;

function wordsToNumbers({ tokens, words, types }: GivenNgram, length: number, place: string): Words {
  if (words)
    throw new InputError(`invalid ${place}words: given twice (tokens are words; give their numbers)`);
  if (types) throw new InputError(`invalid ${place}types: for words (tokens must be numbers of words)`);
  const ids = new Map<string, number>();
  const numbers = new Uint32Array(length);
  for (let i = 0; i < length; ++i) {
    const word = tokens[i];
    if (typeof word !== "string" || word === "") throw invalid(`${place}tokens[${i}]`, word, WORD);
    const number = ids.get(word) ?? ids.size;
    if (number === MAX_TYPES)
      throw new InputError(
        `invalid ${place}tokens: more than ${MAX_TYPES} different words (at most so many)`,
      );
    ids.set(word, number);
    numbers[i] = number;
  }
  return { tokens: numbers, words: [...ids.keys()] };
}

function checkNumbers({ tokens, words, types }: GivenNgram, length: number, place: string): Words {
  const names = words && checkWords(words, place);
  const most = names ? names.length - 1 : MAX_TOKENS - 1;
  const allowed = names ? `an integer from 0 to ${most}: the number of a word` : NUMBER;
  const numbers = checkIntegers(tokens, new Uint32Array(length), most, `${place}tokens`, allowed);
  const counted = types && checkTypes(types, names?.length, place);
  return { tokens: numbers, ...(names && { words: names }), ...(counted && { types: counted }) };
}

/** Copies a list, as long as the copy: a text may have twenty million tokens, so no call is made for each. */
function checkIntegers<T extends Uint32Array | number[]>(
  list: ArrayLike<unknown>,
  copy: T,
  most: number,
  option: string,
  allowed: string,
): T {
  for (let i = 0; i < copy.length; ++i) {
    const value = list[i] as number;
    if (!(Number.isInteger(value) && value >= 0 && value <= most))
      throw invalid(`${option}[${i}]`, value, allowed);
    copy[i] = value;
  }
  return copy;
}

function checkWords(words: ArrayLike<unknown>, place: string): string[] {
  const seen = new Set<string>();
  const checked = listOf(`${place}words`, words, "an array of words", (word, i) => {
    if (typeof word !== "string" || word === "") throw invalid(`${place}words[${i}]`, word, WORD);
    if (seen.has(word)) throw invalid(`${place}words[${i}]`, word, "each word once");
    seen.add(word);
    return word;
  });
  if (checked.length === 0 || checked.length > MAX_TYPES)
    throw new InputError(`invalid ${place}words: ${checked.length} of them (from 1 to ${MAX_TYPES})`);
  return checked;
}

function checkTypes(types: ArrayLike<unknown>, words: number | undefined, place: string): number[][] {
  const option = `${place}types`;
  const checked = listOf(option, types, "an array of arrays of numbers", (list, id) => {
    const name = `${option}[${id}]`;
    const length = lengthOf(name, list, "an array of numbers");
    const copy = new Array<number>(length);
    return checkIntegers(list as ArrayLike<unknown>, copy, MAX_TOKENS - 1, name, NUMBER);
  });
  if (words !== undefined && checked.length !== words)
    throw new InputError(
      `invalid ${option}: ${checked.length} of them (one list for each of ${words} ${plural(words, "word")})`,
    );
  return checked;
}

function checkEnds(
  ends: ArrayLike<unknown>,
  length: number,
  { order, rule }: GivenNgram,
  place: string,
): Uint32Array {
  const option = `${place}ends`;
  if (rule === "stream") throw invalid(option, ends, 'only with rule "documents"');
  let before = 0;
  let longest = 0;
  const many = lengthOf(option, ends, "an array of positions");
  // As they rise, no more of them than tokens pass.
  const checked = new Uint32Array(Math.min(many, length));
  for (let i = 0; i < many; ++i) {
    const end = ends[i] as number;
    if (!(Number.isInteger(end) && end > before && end <= length))
      throw invalid(`${option}[${i}]`, end, `an integer from ${before + 1} to ${length}: rising positions`);
    longest = Math.max(longest, end - before);
    before = end;
    checked[i] = before;
  }
  if (before !== length)
    throw new InputError(`invalid ${option}: the last is ${before} (${length}, the number of tokens)`);
  if (longest < order - 1)
    throw new InputError(
      `invalid ${option}: no sentence has ${order - 1} ${plural(order - 1, "token")} (the order less one)`,
    );
  return checked;
}
