import { invalid, oneOf } from "../check/errors.ts";
import type { Operator } from "../kernels/tiles.ts";

/** Something that holds in a trajectory until it no longer does, as in `std>0.1` or `p!=0,1`. */
export interface WatchedEvent {
  /** The event as it is written, without spaces. */
  readonly text: string;
  readonly observable: string;
  readonly operator: Operator;
  /** One number, or with `!=` several: none of them is met. */
  readonly values: readonly number[];
}

const ALLOWED = "an observable, one of > >= < <= !=, and a number, or after != a comma list, as in std>0.1";
const SHAPE = /^([A-Za-z]\w*)(!=|>=|<=|>|<)([^<>=!]+)$/;

/** Reads an event. `option` is what the error is to name. */
export function parseEvent(text: unknown, observables: readonly string[], option: string): WatchedEvent {
  if (typeof text !== "string") throw invalid(option, text, ALLOWED);
  const match = SHAPE.exec(text.replaceAll(/\s/g, ""));
  if (match === null) throw invalid(option, text, ALLOWED);
  const [whole, observable, operator, list] = match;
  if (!observables.includes(observable)) {
    throw invalid(option, text, `an event on ${oneOf(observables)}`);
  }
  const values = list.split(",").map((item) => (item === "" ? Number.NaN : Number(item)));
  if (!values.every(Number.isFinite) || (values.length > 1 && operator !== "!=")) {
    throw invalid(option, text, ALLOWED);
  }
  return { text: whole, observable, operator: operator as Operator, values };
}
