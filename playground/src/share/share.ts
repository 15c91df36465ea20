import type { Board } from "../story/board.ts";

/** What a part of the page has to share. */
export interface Share {
  /** Of the file, without an ending. */
  readonly name: string;
  /** What the picture shows, with its numbers. */
  readonly sentence: string;
  /** The part of an address after # that shows the same elsewhere; undefined where none can. */
  readonly hash: string | undefined;
  /** The command that gives the numbers of the sentence; undefined where there is none. */
  readonly command: string | undefined;
  /** The picture on the card. */
  readonly print: Board["print"];
}

/** The address that shows the same elsewhere; of what none can show, that of the page. */
export const linkOfShare = ({ hash }: Pick<Share, "hash">): string =>
  new URL(hash ?? "#story", location.href).href;
