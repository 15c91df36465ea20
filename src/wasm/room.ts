// Who has which part of the memory. A thread has one instance for everything: a WebAssembly memory takes 10 GB of
// addresses, however small it is, and what is no longer used is not given back until the engine collects garbage.
import { isMemoryLeft } from "../host/addresses.ts";
import { Arena, type Block } from "./arena.ts";
import { type Exports, instantiate } from "./module.ts";

/** A memory never shrinks. One that has grown past this is left to the garbage collector when nobody has a part of it. */
const KEPT = 2 ** 26;

let current: Arena<Exports> | undefined;

/** The memory of this thread. Throws where WebAssembly is refused, or has no memory to give. */
export function arena(): Arena<Exports> {
  current ??= new Arena(instantiate());
  return current;
}

/** What one chain has of a memory. */
export class Room {
  readonly wasm: Exports;
  readonly #arena: Arena<Exports>;
  readonly #blocks: Block[] = [];
  #open = true;

  constructor(arena: Arena<Exports>) {
    this.#arena = arena;
    this.wasm = arena.wasm;
    arena.rooms += 1;
  }

  /** The address of so many bytes more, a multiple of 16. @throws {RangeError} in plain words when there are no more */
  reserve(bytes: number): number {
    const block = this.#arena.reserve(bytes);
    this.#blocks.push(block);
    return block.at;
  }

  /** Gives everything back; once is enough. */
  free(): void {
    if (!this.#open) return;
    this.#open = false;
    for (const block of this.#blocks.reverse()) this.#arena.release(block);
    this.#arena.rooms -= 1;
    const { byteLength } = this.wasm.memory.buffer;
    const replaceable = this.#arena === current && this.#arena.rooms === 0 && byteLength > KEPT;
    if (replaceable && isMemoryLeft()) current = undefined;
  }
}

/** For what is not given back by those who asked for it. */
const forgotten =
  typeof FinalizationRegistry === "function"
    ? new FinalizationRegistry<Room>((room) => room.free())
    : undefined;

/** Makes something that has memory; its `free` gives the memory back, as does being forgotten, later. */
export function lodge<T extends object>(make: (room: Room) => T): T & { free(): void } {
  const shared = arena();
  try {
    return lodgeIn(shared, make);
  } catch (error) {
    // Several that are large: one may need a memory of its own.
    if (!(error instanceof RangeError) || shared.rooms === 0) throw error;
    let own: Arena<Exports>;
    try {
      own = new Arena(instantiate());
    } catch {
      throw error;
    }
    return lodgeIn(own, make);
  }
}

function lodgeIn<T extends object>(arena: Arena<Exports>, make: (room: Room) => T): T & { free(): void } {
  const room = new Room(arena);
  try {
    const made = Object.assign(make(room), { free: () => room.free() });
    forgotten?.register(made, room);
    return made;
  } catch (error) {
    room.free();
    throw error;
  }
}
