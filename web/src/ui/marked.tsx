import type { Piece } from '../lib/difference.ts';

/** Text with what differs marked: underlined as well as tinted. */
export function Marked({ pieces, look }: { pieces: readonly Piece[]; look?: 'warning' | 'chosen' }) {
  return pieces.map(({ text, differs }, i) => differs ? <mark key={i} className={look}>{text}</mark> : text);
}
