import { useEffect, useState } from 'react';

/** More than a screen shows, and few enough to be drawn between two frames. */
const PIECE = 25;

/**
 * @param most as many as are to be drawn; raised, it goes on from those that are there
 * @returns the first rows of a long list, and with each frame more of them: drawn at once they would hold the page up
 */
export function useInPieces<Row>(all: readonly Row[], most = all.length): readonly Row[] {
  const [drawn, setDrawn] = useState({ of: all, rows: PIECE });
  // Of another list the first rows come first again.
  const rows = drawn.of === all ? drawn.rows : PIECE;
  useEffect(() => {
    if (rows >= Math.min(most, all.length)) return;
    const frame = requestAnimationFrame(() => setDrawn({ of: all, rows: rows + PIECE }));
    return () => cancelAnimationFrame(frame);
  }, [all, most, rows]);
  const end = Math.min(rows, most);
  return end < all.length ? all.slice(0, end) : all;
}
