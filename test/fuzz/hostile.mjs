// Values that nobody should pass, each made for one call: a text to show, and how to make it.

/** What our own getters and traps throw: it may come back to us as it is. */
export class CallersError extends Error {}

const fail = () => {
  throw new CallersError("thrown by the caller's own getter");
};

const plain = [
  undefined,
  null,
  true,
  false,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  -0,
  0,
  -1,
  0.5,
  1.5,
  5e-324,
  1e308,
  2 ** 31,
  2 ** 32,
  2 ** 53 - 1,
  2 ** 53,
  -(2 ** 53),
  5n,
  2n ** 64n,
  "",
  "3",
  "abc",
  "__proto__",
  "\ud800",
  "a\nb\u0000",
].map((value) => [shown(value), () => value]);

function shown(value) {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  return Object.is(value, -0) ? "-0" : String(value);
}

const typed = [
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
].map((Kind) => [`new ${Kind.name}(3)`, () => new Kind(3)]);

function revoked(target) {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

function detached() {
  const array = new Float64Array([1, 2, 3]);
  structuredClone(array.buffer, { transfer: [array.buffer] });
  return array;
}

function shrunk() {
  const buffer = new ArrayBuffer(24, { maxByteLength: 48 });
  const array = new Float64Array(buffer, 0, 3);
  buffer.resize(8);
  return array;
}

const objects = [
  ['"x".repeat(100000)', () => "x".repeat(100_000)],
  ['Symbol("s")', () => Symbol("s")],
  ["() => 1", () => () => 1],
  ["class {}", () => class {}],
  ["{}", () => ({})],
  ["Object.create(null)", () => Object.create(null)],
  ["[]", () => []],
  ["[NaN]", () => [Number.NaN]],
  ["[[1]]", () => [[1]]],
  ["[1, Symbol()]", () => [1, Symbol("s")]],
  ["[1n]", () => [1n]],
  // biome-ignore lint/suspicious/noSparseArray: that is the point
  ["[1, , 3]", () => [1, , 3]],
  ["new Array(2 ** 32 - 1)", () => new Array(2 ** 32 - 1)],
  ["{ length: 3 }", () => ({ length: 3 })],
  ["{ length: 2 ** 53 }", () => ({ length: 2 ** 53 })],
  ["new Number(3)", () => new Number(3)],
  ['new String("x")', () => new String("x")],
  ["new Date(NaN)", () => new Date(Number.NaN)],
  ["new Map()", () => new Map([["samples", 3]])],
  ["new Set([1])", () => new Set([1])],
  ["/x/", () => /x/],
  ["Promise.resolve(1)", () => Promise.resolve(1)],
  ["{ valueOf: () => 3 }", () => ({ valueOf: () => 3 })],
  ["{ [Symbol.toPrimitive]: throws }", () => ({ [Symbol.toPrimitive]: fail })],
  ["{ toJSON: throws }", () => ({ toJSON: fail })],
  ["{ get samples() throws }", () => Object.defineProperty({}, "samples", { get: fail, enumerable: true })],
  ["{ constructor: null }", () => ({ constructor: null })],
  ["JSON.parse('{\"__proto__\": 1}')", () => JSON.parse('{"__proto__": 1}')],
  ["Object.create(Float64Array.prototype)", () => Object.create(Float64Array.prototype)],
  ["Object.create(AbortSignal.prototype)", () => Object.create(AbortSignal.prototype)],
  ["new Proxy([1, 2, 3], {})", () => new Proxy([1, 2, 3], {})],
  ["new Proxy(new Float64Array(3), {})", () => new Proxy(new Float64Array(3), {})],
  ["a revoked proxy of {}", () => revoked({})],
  ["a revoked proxy of []", () => revoked([])],
  ["a revoked proxy of a function", () => revoked(() => 1)],
  ["[a revoked proxy]", () => [revoked({})]],
  ["a proxy that throws", () => new Proxy({}, { get: fail, ownKeys: fail, getPrototypeOf: fail, has: fail })],
  ["a detached Float64Array", detached],
  ["a Float64Array outside of its shrunk buffer", shrunk],
  ["a Float64Array on shared memory", () => new Float64Array(new SharedArrayBuffer(24))],
  ["new DataView(new ArrayBuffer(8))", () => new DataView(new ArrayBuffer(8))],
  ["new ArrayBuffer(8)", () => new ArrayBuffer(8)],
];

export const hostile = [...plain, ...typed, ...objects].map(([text, make]) => ({ text, make }));
