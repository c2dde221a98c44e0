/** The words of all lines of a BOM, page by page. */
import type { Answer } from '../../../client/client.ts';
import type { ServedVerdict } from '../lines/judged.ts';

type VerdictsPage = Pick<Answer<'GET /boms/:bom_id/verdicts'>, 'verdicts' | 'next'>;

/**
 * The first page says how long a page is. Lines are numbered from 1, mostly without holes, so that all others can be asked for
 * at once; where there are holes, pages overlap, and what lies behind the last one is asked for as it is named.
 * @param read the lines behind this number
 * @param lines how many there are, as far as that is known; without it each page waits for the one before
 */
export async function readVerdicts(
  read: (after: number) => Promise<VerdictsPage>,
  lines: number,
): Promise<ReadonlyMap<string, ServedVerdict>> {
  const first = await read(0);
  const others: number[] = [];
  const length = first.verdicts.length;
  if (first.next !== null) {
    for (let after = length; after > 0 && after < lines; after += length) others.push(after);
  }
  const pages = [first, ...await Promise.all(others.map(read))];
  for (let last = pages.at(-1)!; last.next !== null; pages.push(last)) last = await read(last.next);
  return new Map(
    pages.flatMap(({ verdicts }) => verdicts.map((verdict) => [verdict.line_id, verdict] as const)),
  );
}
