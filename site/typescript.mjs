// TypeDoc asks for "typescript" and needs the interface of its compiler up to version 6; version 7 has none.
/** @type {import("node:module").ResolveHook} */
export const resolve = (specifier, context, next) =>
  next(specifier === "typescript" ? "@typescript/typescript6" : specifier, context);
