// Philox4x32-10: a counter-based generator, used here to turn (seed, stream) into a starting state.
// J. K. Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC'11, https://doi.org/10.1145/2063384.2063405

/** Encrypts the counter (c0..c3) with the key (k0, k1) and writes word j of the block to out + j * stride. */
export function philox(
  c0: u32,
  c1: u32,
  c2: u32,
  c3: u32,
  k0: u32,
  k1: u32,
  out: usize,
  stride: usize,
): void {
  for (let round = 0; round < 10; ++round) {
    const product0 = <u64>c0 * 0xd2511f53;
    const product1 = <u64>c2 * 0xcd9e8d57;
    c0 = <u32>(product1 >> 32) ^ c1 ^ k0;
    c1 = <u32>product1;
    c2 = <u32>(product0 >> 32) ^ c3 ^ k1;
    c3 = <u32>product0;
    k0 += 0x9e3779b9;
    k1 += 0xbb67ae85;
  }
  store<u32>(out, c0);
  store<u32>(out + stride, c1);
  store<u32>(out + 2 * stride, c2);
  store<u32>(out + 3 * stride, c3);
}
