import { isList } from "../check/given.ts";
import type { Regime } from "../experiment/regime.ts";
import { isBuiltIn, type Model } from "../models/index.ts";
import { counted, number } from "../show/numbers.ts";

/** A model and its options, on one line. */
export function modelLine(model: Model): string {
  const { name, ...options } = isBuiltIn(model) ? model : { name: model.name, ...model.options };
  const parts = Object.entries(options)
    .filter(([key, value]) => value !== undefined && !(key === "method" && value === "statistic"))
    .map(([key, value]) => `${key} ${described(value, name === "multivariate" ? "number" : "symbol")}`);
  return parts.length > 0 ? `${name}: ${parts.join(", ")}` : name;
}

/** What data its generations are trained on, to stand behind it; nothing for replaced data. */
export function regimeLine({ name, ...options }: Regime): string {
  const parts = Object.entries(options).map(([key, value]) => `${key} ${described(value)}`);
  return name === "replace" && parts.length === 0 ? "" : `; ${[name, ...parts].join(", ")}`;
}

function described(value: unknown, item = "symbol"): string {
  if (typeof value === "number") return Number.isInteger(value) ? number(value) : String(value);
  if (isList(value))
    return `of ${counted(value.length, Array.isArray(value) && value.every(isList) ? "row" : item)}`;
  if (typeof value !== "object" || value === null) return String(value);
  return Object.entries(value)
    .map(([key, part]) => `${key} ${isList(part) ? described(part) : part}`)
    .join(" ");
}
