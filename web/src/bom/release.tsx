/** A BOM that somebody released changes no more: its lines, decisions, parts and prices stay as they were then. */
import { Link } from 'wouter';
import type { BomSummary } from '../lib/api.ts';
import { day, plural } from '../lib/words.ts';

export type Release = NonNullable<BomSummary['release']>;

/** Stands above every page of the BOM. */
export function ReleaseNote({ release, compareAt }: { release: Release | null; compareAt?: string }) {
  if (!release) return null;
  const { name, boards, released_at } = release;
  return (
    <aside className='made-up' aria-label='Released'>
      <b>
        Released{name === null ? '' : ` as ${name}`}, {day(released_at)}
        {boards === null ? '' : `, for ${plural(boards, 'board')}`}
      </b>
      {compareAt && <Link href={compareAt}>Compare</Link>}
      <span>Lines, parts and prices stay as they were then.</span>
    </aside>
  );
}
