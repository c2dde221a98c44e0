import './tape.css';
import type { Word } from '../lines/judged.ts';

/** More cells than these are drawn in groups: each is to stay wide enough to be seen. */
const CELLS = 160;

/** In which order a tape has its cells. */
export const TAPE = [
  'wrong',
  'short',
  'at_risk',
  'fine',
  'checking',
  'ask',
  'failed',
  'enriching',
  'pending',
  'not_fitted',
] as const satisfies readonly Word[];

type Counts = Readonly<Partial<Record<Word, number>>>;

/** How many lines are how far, each a cell; its words stand beside it. */
export function Tape({ counts, label, cells = CELLS }: { counts: Counts; label: string; cells?: number }) {
  const total = TAPE.reduce((all, word) => all + (counts[word] ?? 0), 0);
  const each = Math.max(1, total / cells);
  return (
    <div className='tape' role='img' aria-label={label}>
      {TAPE.flatMap((word) => {
        const n = counts[word] ?? 0;
        // one is seen, however many the others are
        const drawn = n === 0 ? 0 : Math.max(1, Math.round(n / each));
        return Array.from(
          { length: drawn },
          (_, i) => <i key={`${word} ${i}`} className={i === 0 ? `${word} first` : word} />,
        );
      })}
    </div>
  );
}
