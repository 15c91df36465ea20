import { sha256Of } from "../host/sha256.ts";
import type { Model } from "../models/index.ts";
import { definitionOf } from "../models/model.ts";
import { version } from "../version.ts";
import { sha256 } from "../wasm/bytes.ts";

/** Where numbers come from: enough to make them again. */
export interface Origin {
  /** Version of lethe. */
  readonly lethe: string;
  /** SHA-256 of the WebAssembly kernels. */
  readonly wasm: string;
  readonly seed: number | string;
  /** What ran: the kernels, or their twin with the same bits where WebAssembly is refused. */
  readonly backend: "wasm" | "typescript";
  /** The engine and system; it has no influence on the numbers. */
  readonly platform: string;
  /** A model of one's own, by its name and the SHA-256 of its code, where the host can tell that: see `custom()`. */
  readonly model?: Code;
  /** A function that was given as the estimator, by its own name, "" where it has none, and the SHA-256 of its code. */
  readonly estimator?: Code;
}

/** Code that is not the library's: what it is called, and the SHA-256 of its text, where the host can tell that. */
export interface Code {
  readonly name: string;
  readonly sha256?: string;
}

/** Where a run comes from, and how it went. */
export interface Provenance extends Origin {
  /**
   * How many threads shared the trajectories: 1 where the calling one did it alone. It depends on how long the run took
   * and on what the host allows, and has no influence on the numbers. JSON documents leave it out.
   */
  readonly workers: number;
}

export function originOf(seed: number | string, backend: Origin["backend"]): Origin {
  return { lethe: version, wasm: sha256, seed, backend, platform: platform() };
}

/** What tells code of one's own from others of its name. */
async function codeOf(name: string, source: string): Promise<Code> {
  const sha256 = await sha256Of(source);
  return { name, ...(sha256 !== undefined && { sha256 }) };
}

/** The code in a run that is not the library's: of a whole model, or of its estimator. */
export async function ownCode(model: Model): Promise<Pick<Origin, "model" | "estimator">> {
  const { source } = definitionOf(model);
  if (source !== undefined) return { model: await codeOf(model.name, source) };
  const estimator = "estimator" in model ? model.estimator : undefined;
  if (typeof estimator !== "function") return {};
  return { estimator: await codeOf(nameOf(estimator), Function.prototype.toString.call(estimator)) };
}

/** A class or an owner may have given a function a name that is no text. */
function nameOf(given: object): string {
  const name: unknown = Object.getOwnPropertyDescriptor(given, "name")?.value;
  return typeof name === "string" ? name : "";
}

/** What a document says of a run: the same command prints the same bytes, however many threads there was time for. */
export function documented({ workers, ...origin }: Provenance): Origin {
  return origin;
}

interface Host {
  readonly process?: {
    readonly version?: string;
    readonly versions?: Readonly<Record<string, string | undefined>>;
    readonly platform?: string;
    readonly arch?: string;
  };
  readonly navigator?: { readonly userAgent?: string };
}

/** Those that have a process like Node's, by what they call themselves in its versions. */
const LIKE_NODE = ["electron", "nw", "bun", "deno"];

/** What calls itself Node in every field of its process, and by its own name here alone. */
const LIKE_NODE_IN_ALL = "Cloudflare-Workers";

/** Runtime, system and processor where there is a process to ask, else what the browser says of itself. */
export function platform({ process, navigator }: Host = globalThis as Host): string {
  if (!process?.version || navigator?.userAgent === LIKE_NODE_IN_ALL)
    return navigator?.userAgent ?? "unknown";
  const { versions = {}, version, platform, arch } = process;
  const name = LIKE_NODE.find((one) => versions[one] !== undefined);
  return `${name ? `${name} v${versions[name]}` : `node ${version}`} ${platform} ${arch}`;
}
