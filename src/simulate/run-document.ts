import type { NormalisedExperiment } from "../experiment/experiment.ts";
import type { Side } from "../laws/law.ts";
import type { Definition } from "./definitions.ts";
import type { Origin } from "./provenance.ts";

/** JSON has neither NaN nor Infinity: such a value is null. */
type Value = number | null;

interface CurveDocument {
  readonly name: string;
  readonly side: Side;
  readonly note?: string;
  readonly values: readonly Value[];
}

interface TimeLawDocument {
  readonly name: string;
  readonly side: Side;
  readonly mean: Value;
  readonly sd: Value;
  readonly median: Value;
}

/** Symbols of equal weight, and when they were forgotten. */
interface GroupDocument {
  readonly weight: number;
  readonly symbols: number;
  readonly median: Value;
  readonly quantiles: { readonly "0.1": Value; readonly "0.9": Value };
  readonly mean: Value;
  readonly standardError: Value;
  readonly censored: number;
}

/** A number and its standard error. */
interface MeasuredDocument {
  readonly value: Value;
  readonly standardError: Value;
}

/** Symbols of equal weight, and how they come and go. */
interface PresenceGroupDocument {
  readonly weight: number;
  readonly symbols: number;
  readonly absent: MeasuredDocument;
  readonly meanAbsence: MeasuredDocument;
  readonly meanPresence: MeasuredDocument;
  readonly absences: number;
  readonly open: number;
  readonly theory: {
    readonly absent: Value;
    readonly meanAbsence: Value;
    readonly meanPresence: Value;
  } | null;
}

/** A run as one JSON document. Arrays run over `generations`. */
export interface RunDocument {
  /** Version of lethe. */
  readonly lethe: string;
  /** Version of this form: it rises when a member changes its meaning or goes. */
  readonly schemaVersion: 1;
  /** The experiment; of an n-gram model a description in place of its text. */
  readonly experiment: Omit<NormalisedExperiment, "model"> & { readonly model: object };
  readonly provenance: Origin;
  readonly generations: readonly number[];
  /** Of how many trajectories, the first ones, the medians of observables and the definitions are. */
  readonly keptTrajectories: number;
  readonly observables: {
    readonly [name: string]: {
      readonly mean: readonly Value[];
      readonly standardError: readonly Value[];
      readonly sd: readonly Value[];
      /** Of the first `keptTrajectories`. */
      readonly median: readonly Value[];
      /** Of the same trajectories; only those that were asked for, as studies do. */
      readonly quantiles?: Readonly<Record<string, readonly Value[]>>;
      readonly theory: readonly CurveDocument[];
    };
  };
  readonly survival: readonly {
    readonly event: string;
    readonly probability: readonly Value[];
    readonly standardError: readonly Value[];
    readonly lower: readonly Value[];
    readonly upper: readonly Value[];
    readonly theory: readonly CurveDocument[];
  }[];
  readonly timeTo: readonly {
    readonly event: string;
    readonly median: Value;
    /** Its 95 % interval. */
    readonly medianInterval: readonly [lower: Value, upper: Value];
    readonly quantiles: { readonly "0.1": Value; readonly "0.9": Value };
    readonly mean: Value;
    readonly standardError: Value;
    readonly censored: number;
    readonly theory: readonly TimeLawDocument[];
  }[];
  /** Categorical models, where the times were kept: heaviest symbols first. */
  readonly forgetting?: readonly GroupDocument[];
  /** The same models: how symbols come and go; null where nothing brings back what was absent. */
  readonly presence?: {
    readonly from: number;
    readonly to: number;
    readonly law: { readonly name: string; readonly side: Side } | null;
    readonly groups: readonly PresenceGroupDocument[];
  } | null;
  /** Where they were asked for, by `--definitions`: whether it collapses, by each of eight definitions. */
  readonly definitions?: readonly (Omit<Definition, "values" | "z"> & {
    readonly values: readonly {
      readonly generation: number;
      readonly mean: Value;
      readonly standardError: Value;
    }[];
    readonly z: Value;
  })[];
}
