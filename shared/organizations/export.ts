/** Everything an organization has, as one stream of lines that is read from the database page by page. */
import { z } from 'zod';
import { type Cursor, writeCursor } from '../api/cursor.ts';
import type { Database } from '../database/port.ts';
import { errorName, type Log } from '../log.ts';

const Page = z.object({
  records: z.array(z.looseObject({ record: z.string() })),
  next: z.object({ stage: z.string(), key: z.array(z.union([z.string(), z.number()])) }).nullable(),
});

/**
 * A line is a JSON object that says in `record` what it is. Behind each page comes `{"record": "page", "after": …}`,
 * from where another call can go on, and at the very end `{"record": "end"}`: without that the export is not whole.
 * @throws what the database refuses the first page with
 */
export async function exportOrganization(
  whose: { readonly p_user_id: string; readonly p_organization_id: string },
  after: Cursor | null,
  { database, log }: { readonly database: Database; readonly log: Log },
): Promise<Response> {
  const read = (cursor: Cursor | null) => {
    const [stage, ...key] = cursor ?? [];
    return database.call(
      'bomstream_organization_export',
      { ...whose, p_after: cursor && { stage: String(stage), key } },
      Page,
    );
  };
  const encoder = new TextEncoder();
  // Before the answer begins, so that a refusal is still a status.
  let page: z.infer<typeof Page> | null = await read(after);
  let cursor: Cursor | null = after;

  const body = new ReadableStream<Uint8Array>({
    // Called when the client has taken what there was: no more than a page is ever held.
    async pull(controller) {
      try {
        const { records, next } = page ?? await read(cursor);
        page = null;
        cursor = next && [next.stage, ...next.key];
        const last = cursor ? { record: 'page', after: writeCursor(cursor) } : { record: 'end' };
        controller.enqueue(
          encoder.encode([...records, last].map(toLine).join('')),
        );
        if (!cursor) controller.close();
      } catch (error) {
        log('export_failed', { error: errorName(error) });
        controller.error(error);
      }
    },
  }, { highWaterMark: 0 });
  return new Response(body, {
    headers: {
      'content-type': 'application/x-ndjson',
      'content-disposition': 'attachment; filename="organization.ndjson"',
      'cache-control': 'no-store',
    },
  });
}

/** What it is comes first, for people who look into the file. */
function toLine({ record, ...rest }: { readonly record: string }): string {
  return `${JSON.stringify({ record, ...rest })}\n`;
}
