// Sizes, and where the fields of structures are, in bytes: for the boundary, which lays them out.
import { Vocabulary } from "./chains/categorical/vocabulary";
import { BURST } from "./chains/gaussian-samples";
import { Context, Ngram, Slot, Text } from "./chains/ngram/state";
import { NORMALS } from "./chains/regression";
import { TRAJECTORY_BYTES } from "./chains/trajectory";
import { COLUMNS } from "./chains/transitions";
import { AHEAD_BYTES } from "./generations/ahead";
import { Generations } from "./generations/state";
import { STREAM_BYTES } from "./random/stream";

export enum Bytes {
  stream = <i32>STREAM_BYTES,
  trajectory = <i32>TRAJECTORY_BYTES,
  /** The scratch of gaussian(). */
  burst = 8 * BURST,
  /** Half of what a trajectory has for what is drawn ahead. */
  ahead = <i32>AHEAD_BYTES,
  /** The table of a count, without its head. */
  table = 8 * COLUMNS,
  context = offsetof<Context>(),
  slot = offsetof<Slot>(),
  /** Room for the normals of regression(). */
  normals = 8 * NORMALS,
}

export enum VocabularyAt {
  bytes = offsetof<Vocabulary>(),
  stream = offsetof<Vocabulary>("stream"),
  counts = offsetof<Vocabulary>("counts"),
  symbols = offsetof<Vocabulary>("symbols"),
  start = offsetof<Vocabulary>("start"),
  suffix = offsetof<Vocabulary>("suffix"),
  next = offsetof<Vocabulary>("next"),
  died = offsetof<Vocabulary>("died"),
  living = offsetof<Vocabulary>("living"),
  generation = offsetof<Vocabulary>("generation"),
  dead = offsetof<Vocabulary>("dead"),
  positions = offsetof<Vocabulary>("positions"),
  room = offsetof<Vocabulary>("room"),
  doubles = offsetof<Vocabulary>("doubles"),
}

export enum GenerationsAt {
  bytes = offsetof<Generations>(),
  truth = offsetof<Generations>("truth"),
  batch = offsetof<Generations>("batch"),
  other = offsetof<Generations>("other"),
  spare = offsetof<Generations>("spare"),
  model = offsetof<Generations>("model"),
  realShare = offsetof<Generations>("realShare"),
  realSamples = offsetof<Generations>("realSamples"),
  weight = offsetof<Generations>("weight"),
  less = offsetof<Generations>("less"),
  shrink = offsetof<Generations>("shrink"),
  target = offsetof<Generations>("target"),
  temperature = offsetof<Generations>("temperature"),
  family = offsetof<Generations>("family"),
  regime = offsetof<Generations>("regime"),
  mask = offsetof<Generations>("mask"),
  bySamples = offsetof<Generations>("bySamples"),
  scratch = offsetof<Generations>("scratch"),
  ahead = offsetof<Generations>("ahead"),
  reals = offsetof<Generations>("reals"),
  steps = offsetof<Generations>("steps"),
  real = offsetof<Generations>("real"),
}

export enum TextAt {
  bytes = offsetof<Text>(),
  tokens = offsetof<Text>("tokens"),
  ends = offsetof<Text>("ends"),
  length = offsetof<Text>("length"),
  pieces = offsetof<Text>("pieces"),
}

export enum NgramAt {
  bytes = offsetof<Ngram>(),
  stream = offsetof<Ngram>("stream"),
  context = offsetof<Ngram>("context"),
  span = offsetof<Ngram>("span"),
  samples = offsetof<Ngram>("samples"),
  documents = offsetof<Ngram>("documents"),
  vocabulary = offsetof<Ngram>("vocabulary"),
  types = offsetof<Ngram>("types"),
  typeStarts = offsetof<Ngram>("typeStarts"),
  typeList = offsetof<Ngram>("typeList"),
  table = offsetof<Ngram>("table"),
  tableMask = offsetof<Ngram>("tableMask"),
  spans = offsetof<Ngram>("spans"),
  spansMask = offsetof<Ngram>("spansMask"),
  ids = offsetof<Ngram>("ids"),
  entries = offsetof<Ngram>("entries"),
  tally = offsetof<Ngram>("tally"),
  seen = offsetof<Ngram>("seen"),
  known = offsetof<Ngram>("known"),
  lanes = offsetof<Ngram>("lanes"),
  original = offsetof<Ngram>("original"),
  even = offsetof<Ngram>("even"),
  odd = offsetof<Ngram>("odd"),
  firstSlots = offsetof<Ngram>("firstSlots"),
  laterSlots = offsetof<Ngram>("laterSlots"),
  text = offsetof<Ngram>("text"),
}
