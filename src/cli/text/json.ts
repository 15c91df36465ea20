/** A document as JSON, each of its members on a line of its own. */
export function jsonText(document: object): string {
  const members = Object.entries(document).filter(([, value]) => value !== undefined);
  return `{\n${members.map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(",\n")}\n}\n`;
}

/** JSON has neither NaN nor Infinity: such a value becomes null. */
export const finite = (x: number | null): number | null => (Number.isFinite(x) ? x : null);

export const finites = (values: ArrayLike<number>): (number | null)[] => Array.from(values, finite);
