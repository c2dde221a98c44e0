/** A BOM that somebody released changes no more: its lines, decisions, parts and prices stay as they were then. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { BomSummary } from '../lib/api.ts';
import { useApi } from '../lib/session.ts';
import { day, plural } from '../lib/words.ts';

export type Release = NonNullable<BomSummary['release']>;

/** Null while it can change. Read once a page, whatever else keeps the BOM up to date. */
export function useRelease(bomId: string): Release | null {
  const api = useApi();
  const { data } = useQuery({ queryKey: ['bom', bomId], queryFn: () => api.readBom(bomId) });
  return data?.release ?? null;
}

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
