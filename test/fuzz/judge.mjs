// What may come of a call, and what may not.
import { isDocumented } from "./documented.mjs";
import { CallersError } from "./hostile.mjs";

/** The forms of an InputError's message. */
const FORMS = [/^invalid [^\n]*: [^\n]* \([^\n]*\)$/, /^unknown option: [\s\S]* \((?:one of|only) [^\n]*\)$/];
const DOCUMENTED_RANGE = /^(the records|times to forget) were not kept/;

/** What kind of error it is; an offence begins with an exclamation mark. */
export function judgeError(error, { InputError, WorkerError }) {
  if (error instanceof InputError) {
    return FORMS.some((form) => form.test(error.message)) ? "InputError" : `!message: ${error.message}`;
  }
  if (error instanceof WorkerError) return "WorkerError";
  if (error instanceof RangeError && DOCUMENTED_RANGE.test(error.message)) return "RangeError";
  // A class that is passed for a function cannot be called.
  const isClass = error instanceof TypeError && /^Class constructors? /.test(error.message);
  if (error instanceof CallersError || isClass) return "the caller's own error";
  if (error?.name === "TimeoutError") return "stopped by its signal";
  return `!${error?.name}: ${error?.message}`;
}

/** Numbers of a result that are looked at. */
const MOST = 10_000;

/** The offences in a result: every number in it that is not finite where no docstring says so. */
export function judgeResult(path, result, root) {
  const offences = new Set();
  const seen = new Set();
  let left = MOST;
  /** @param {any} value */
  const visit = (value, place) => {
    if (typeof value === "number") {
      left -= 1;
      if (Number.isFinite(value) || isDocumented(path, place, value, root)) return;
      offences.add(`!${value} at result${place.replaceAll(/\[\d+\]/g, "[i]")}`);
    } else if (typeof value === "object" && value !== null && !seen.has(value) && !isRevoked(value)) {
      seen.add(value);
      const isList = Array.isArray(value) || ArrayBuffer.isView(value);
      const keys = isList
        ? Array.from({ length: Math.min(lengthOf(value), left) }, (_, i) => i)
        : namesOf(value);
      for (const key of keys) {
        if (left <= 0) return;
        visit(value[key], isList ? `${place}[${key}]` : `${place}.${key}`);
      }
    }
  };
  visit(result, "");
  return [...offences];
}

/** Whether it is a proxy that answers no question: a caller's own, in a list that is handed back. */
function isRevoked(value) {
  try {
    Array.isArray(value);
    return false;
  } catch {
    return true;
  }
}

/** @param {any} list */
const lengthOf = (list) => list.length;

/** The fields of an object, and the getters of its class. */
function namesOf(value) {
  const names = Object.keys(value);
  for (let at = value; at && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    for (const [name, { get }] of Object.entries(Object.getOwnPropertyDescriptors(at))) {
      if (get && !names.includes(name)) names.push(name);
    }
  }
  return names;
}
