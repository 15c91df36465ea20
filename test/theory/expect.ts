import { expect } from "vitest";
import { InputError } from "../../src/check/errors.ts";

/**
 * Expects a value to round to the number as tabulated: within 0.51 units of its last digit, the hundredth being
 * for the rounding of the comparison itself.
 */
export function expectDigits(value: number, tabulated: string): void {
  const [digits, exponent = "0"] = tabulated.split("e");
  const decimals = digits.includes(".") ? digits.length - digits.indexOf(".") - 1 : 0;
  const unit = 10 ** (Number(exponent) - decimals);
  expect(Math.abs(value - Number(tabulated)), `${value} for ${tabulated}`).toBeLessThanOrEqual(0.51 * unit);
}

/** The same over a row of a table, its cells separated by spaces. */
export function expectRow(at: (index: number) => number, row: string): void {
  row
    .trim()
    .split(/\s+/)
    .forEach((cell, i) => {
      expectDigits(at(i), cell);
    });
}

/** Expects a relative error of at most `relative`. */
export function expectRelative(value: number, reference: number, relative: number): void {
  expect(Math.abs(value / reference - 1), `${value} for ${reference}`).toBeLessThanOrEqual(relative);
}

/** Expects a call to be refused with exactly this message. */
export function expectInvalid(call: () => unknown, message: string): void {
  let error: unknown;
  try {
    call();
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(InputError);
  expect((error as InputError).message).toBe(message);
}
