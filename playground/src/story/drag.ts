import type { Board } from "./board.ts";

/**
 * Tells how high within the axes of a board the pointer is while it is dragged: 0 at the bottom, 1 at the top. A finger
 * scrolls the page, and has a slider in its place.
 */
export function onDrag(board: Board, take: (height: number) => void): void {
  const { host } = board;
  const tell = ({ offsetY }: PointerEvent): void => {
    const { top, height } = board.box;
    take(1 - (offsetY - top) / height);
  };
  host.onpointerdown = (event) => {
    if (event.pointerType === "touch") return;
    host.setPointerCapture(event.pointerId);
    tell(event);
  };
  host.onpointermove = (event) => {
    if (host.hasPointerCapture(event.pointerId)) tell(event);
  };
}
