/** The name of so many things. */
export const plural = (n: number, one: string, many = `${one}s`): string => (n === 1 ? one : many);
