/** Something that is wrong with what the reader gave, in words for the reader. */
export class Fault extends Error {}
