import { useEffect, useState } from 'react';

/** More than a screen shows, and few enough to be drawn between two frames. */
const PIECE = 25;

/** @returns the first rows of a long list, and with each frame more of them: drawn at once they would hold the page up */
export function useInPieces<Row>(all: readonly Row[]): readonly Row[] {
  const [drawn, setDrawn] = useState({ of: all, rows: PIECE });
  // Of another list the first rows come first again.
  const rows = drawn.of === all ? drawn.rows : PIECE;
  useEffect(() => {
    if (rows >= all.length) return;
    const frame = requestAnimationFrame(() => setDrawn({ of: all, rows: rows + PIECE }));
    return () => cancelAnimationFrame(frame);
  }, [all, rows]);
  return rows < all.length ? all.slice(0, rows) : all;
}
