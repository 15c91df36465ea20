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
  /** Draws the picture on the card, in more than one piece where there is much to draw. */
  readonly print: (context: CanvasRenderingContext2D, width: number, height: number) => void | Promise<void>;
}

/** The address that shows the same elsewhere; of what none can show, that of the page. */
export const linkOfShare = ({ hash }: Pick<Share, "hash">): string =>
  new URL(hash ?? "#story", location.href).href;
