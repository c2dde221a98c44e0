/** A BOM as a file, streamed while its pages are read from the database. */
import { type ExportFormat, MEDIA_TYPES, type StoredExportPage } from '../../api/export.ts';
import { errorName, type Log } from '../../log.ts';
import type { Packing } from './packing.ts';
import type { Slots } from './slots.ts';
import { fileName, writeExport } from './write.ts';

/** What is held of a BOM at once: some hundred lines with all their sources and offers are some hundred kilobytes. */
export const EXPORT_PAGE_LINES = 250;

/** Reads a page behind the line number `after`; the first one with 0. */
export type ReadPage = (after: number) => Promise<StoredExportPage>;

/** Who takes nothing for so long has gone, or holds a place that others wait for. */
export const STALLED_MS = 30_000;

/** Runs `work` once after a delay; returns how to call it off. */
export type After = (ms: number, work: () => void) => () => void;

/** @throws what the first page is refused with, and Refusal `too_many_exports` */
export async function respondWithExport(
  readPage: ReadPage,
  { format, boards }: { readonly format: ExportFormat; readonly boards: number | null },
  { log, slots, after, packing }: {
    readonly log: Log;
    readonly slots: Slots;
    readonly after: After;
    readonly packing?: Packing | undefined;
  },
): Promise<Response> {
  const release = await slots.take();
  // Before the answer begins, so that a refusal is still a status.
  const first = await readPage(0).catch((error) => {
    release();
    throw error;
  });
  const bytes = writeExport(format, pagesFrom(first), boards, packing);
  let isOver = false;
  let stopWatch = () => {};
  const end = () => {
    isOver = true;
    stopWatch();
    release();
  };
  const body = new ReadableStream<Uint8Array>({
    // Called when the client has taken what there was: no more than a page is ever held.
    async pull(controller) {
      stopWatch();
      try {
        const { done, value } = await bytes.next();
        // The client has left meanwhile: that is nobody's failure.
        if (isOver) return;
        if (done) {
          end();
          controller.close();
          return;
        }
        controller.enqueue(value);
        stopWatch = after(STALLED_MS, () => {
          end();
          log('export_stalled', {});
          controller.error(new Error('Nobody read the export for 30 seconds.'));
          // It waits for nobody: it stands at what the client did not take.
          void bytes.return(undefined);
        });
      } catch (error) {
        if (isOver) return;
        end();
        log('export_failed', { error: errorName(error) });
        controller.error(error);
      }
    },
    async cancel() {
      end();
      await bytes.return(undefined);
    },
  }, { highWaterMark: 0 });
  return new Response(body, {
    headers: {
      'content-type': MEDIA_TYPES[format],
      'content-disposition': attachment(fileName(first.name, format)),
      'cache-control': 'no-store',
    },
  });

  async function* pagesFrom(first: StoredExportPage): AsyncGenerator<StoredExportPage> {
    for (let page = first;;) {
      yield page;
      if (page.next === null) return;
      page = await readPage(page.next);
    }
  }
}

/** @param name may have any character that a file's may; programs that know no such names, as curl, get its plain letters */
export const attachment = (name: string): string =>
  `attachment; filename="${name.replaceAll(NOT_PLAIN, '_')}"; filename*=UTF-8''${encoded(name)}`;

/** What stands in no quoted name of a header, or means something there to some program. */
const NOT_PLAIN = /[^ -~]|["%/\\]/gu;

/** What a header takes of a name: `encodeURIComponent` leaves four signs that it does not. */
function encoded(name: string): string {
  return encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}
