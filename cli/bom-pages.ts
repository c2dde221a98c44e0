/** What the API answers in pages, one after the other. */
import type { Answer } from '../client/client.ts';
import type { Api } from './api-client.ts';

export type Bom = Answer<'GET /boms'>['boms'][number];
export type Line = Answer<'GET /boms/:bom_id/lines'>['lines'][number];

export async function* boms(
  api: Api,
  query: Readonly<Partial<Record<'organization_id' | 'project_id' | 'status' | 'search', string>>>,
): AsyncGenerator<Bom> {
  let after: string | null = null;
  do {
    const page: Answer<'GET /boms'> = await api.call('GET /boms', {
      query: { ...query, after: after ?? undefined } as never,
    });
    yield* page.boms;
    after = page.next;
  } while (after !== null);
}

export async function* lines(api: Api, bomId: string): AsyncGenerator<Line> {
  let after: number | null = 0;
  do {
    const page: Answer<'GET /boms/:bom_id/lines'> = await api.call('GET /boms/:bom_id/lines', {
      params: { bom_id: bomId },
      query: { after: `${after}` },
    });
    yield* page.lines;
    after = page.next;
  } while (after !== null);
}

/** As many as somebody wants. */
export async function* first<Row>(count: number, rows: AsyncIterable<Row>): AsyncGenerator<Row> {
  let left = count;
  if (left === 0) return;
  for await (const row of rows) {
    yield row;
    left -= 1;
    if (left === 0) return;
  }
}
