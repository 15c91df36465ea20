/**
 * Which words to show: as many from every octave of frequencies as there is room for (those that occur once; 2 or 3
 * times; 4 to 7 …), evenly spaced within it. Indices, rising; `counts` fall.
 */
export function chooseWords(counts: Float64Array, room: number): number[] {
  const octaves = new Map<number, number[]>();
  counts.forEach((count, index) => {
    const octave = Math.floor(Math.log2(count));
    const list = octaves.get(octave) ?? [];
    list.push(index);
    octaves.set(octave, list);
  });
  const chosen: number[] = [];
  // The smallest first: what they leave free goes to the others.
  const lists = [...octaves.values()].sort((a, b) => a.length - b.length);
  lists.forEach((list, i) => {
    const share = Math.floor((room - chosen.length) / (lists.length - i));
    const take = Math.min(list.length, share);
    for (let j = 0; j < take; ++j) chosen.push(list[Math.floor((j * list.length) / take)]);
  });
  return chosen.sort((a, b) => a - b);
}
