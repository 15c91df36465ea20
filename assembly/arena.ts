// The only file that allocates. Memory is handed out upwards; what was reserved last is taken back first.

let top: usize = __heap_base;

/** Takes back `mark`, an address that reserve() gave, and everything reserved after it. */
export function reset(mark: usize): void {
  top = mark;
}

/** Reserves `bytes`, aligned to 16; may grow the memory. Zero when the host has no more to give. */
export function reserve(bytes: usize): usize {
  const at = (top + 15) & ~15;
  const end = at + bytes;
  if (end < at) return 0;
  const pages = <i32>((end - 1) >> 16) + 1 - memory.size();
  if (pages > 0 && memory.grow(pages) < 0) return 0;
  top = end;
  return at;
}
