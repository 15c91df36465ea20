// Observables that no kernel knows: they are worked out of what a chain writes or holds, so that no trajectory depends on
// whether they are asked for.
import { bernoulliDerived, type FromFew, gaussianDerived, mixtureDerived, poissonDerived } from "./few.ts";

export type { FromFew } from "./few.ts";
export { type Both, categoricalDerived, sharesOf } from "./many.ts";
export { bernoulliDerived, gaussianDerived, mixtureDerived, poissonDerived };

const few: Readonly<Record<string, Readonly<Record<string, FromFew>>>> = {
  bernoulli: bernoulliDerived,
  poisson: poissonDerived,
  gaussian: gaussianDerived,
  mixture: mixtureDerived,
};

/** How an observable follows from others; undefined for one that needs the shares of all symbols. */
export const fromFew = (kind: string, name: string): FromFew | undefined => few[kind]?.[name];

/** The names of derived observables, as a tuple's type needs them. */
export const namesOf = <T extends object>(derived: T) => Object.keys(derived) as (keyof T & string)[];
