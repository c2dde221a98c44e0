/** A BOM as a file, streamed while its pages are read from the database. */
import { type ExportFormat, type ExportPage, MEDIA_TYPES } from '../../api/export.ts';
import { errorName, type Log } from '../../log.ts';
import { fileName, writeExport } from './write.ts';

/** What is held of a BOM at once: some hundred lines with all their sources and offers are some hundred kilobytes. */
export const EXPORT_PAGE_LINES = 250;

/** Reads a page behind the line number `after`; the first one with 0. */
export type ReadPage = (after: number) => Promise<ExportPage>;

/** @throws what the first page is refused with */
export async function respondWithExport(
  readPage: ReadPage,
  { format, boards }: { readonly format: ExportFormat; readonly boards: number },
  log: Log,
): Promise<Response> {
  // Before the answer begins, so that a refusal is still a status.
  const first = await readPage(0);
  const bytes = writeExport(format, pagesFrom(first), boards);
  const body = new ReadableStream<Uint8Array>({
    // Called when the client has taken what there was: no more than a page is ever held.
    async pull(controller) {
      try {
        const { done, value } = await bytes.next();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        log('export_failed', { error: errorName(error) });
        controller.error(error);
      }
    },
    async cancel() {
      await bytes.return(undefined);
    },
  }, { highWaterMark: 0 });
  return new Response(body, {
    headers: {
      'content-type': MEDIA_TYPES[format],
      'content-disposition': attachment(`bom.${format}`, fileName(first.name, format)),
      'cache-control': 'no-store',
    },
  });

  async function* pagesFrom(first: ExportPage): AsyncGenerator<ExportPage> {
    for (let page = first;;) {
      yield page;
      if (page.next === null) return;
      page = await readPage(page.next);
    }
  }
}

/** @param plain what old programs call it; `name` may have any character that a file's may */
export const attachment = (plain: string, name: string): string =>
  `attachment; filename="${plain}"; filename*=UTF-8''${encoded(name)}`;

/** What a header takes of a name: `encodeURIComponent` leaves four signs that it does not. */
function encoded(name: string): string {
  return encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}
