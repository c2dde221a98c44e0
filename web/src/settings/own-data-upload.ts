/** A list of one's own becomes rows that the organization has, batch after batch; read here, in the browser. */
import { openFile } from '../../../shared/bom/open.ts';
import { MAX_OWN_COMPONENTS } from '../../../shared/domain/limits.ts';
import { LIST_FILE } from '../../../shared/organizations/component-list/read.ts';
import { readPriceList, readStockList } from '../../../shared/organizations/own-data-list.ts';
import type { Api } from '../lib/api.ts';
import { count, messageOf } from '../lib/words.ts';

export type OwnKind = 'stock' | 'prices';

export interface Uploaded {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: readonly { readonly row: number; readonly reason: string }[];
  /** What of the file was not read. */
  readonly remarks: readonly string[];
}

/**
 * @param currency of prices that state none; null: such rows are refused
 * @throws BomRefusal where the file has no such list; RefusedCall as the API says
 */
export async function uploadOwnData(
  api: Api,
  organization_id: string,
  kind: OwnKind,
  file: File,
  currency: string | null,
): Promise<Uploaded> {
  const opened = await openFile(new Uint8Array(await file.arrayBuffer()), LIST_FILE);
  // a file that was changed by a wrong clock says what it does now
  const observedAt = new Date(Math.min(file.lastModified, Date.now()));
  const origin = { source: file.name, observed_at: observedAt.toISOString() };
  const params = { organization_id };
  if (kind === 'stock') {
    return await send(
      readStockList(opened),
      (stock) =>
        api.call('POST /organizations/:organization_id/stock', { params, body: { ...origin, stock } }),
    );
  }
  return await send(
    readPriceList(opened, currency),
    (prices) =>
      api.call('POST /organizations/:organization_id/prices', { params, body: { ...origin, prices } }),
  );
}

interface ReadList<Body> extends Pick<Uploaded, 'refused' | 'remarks'> {
  readonly rows: readonly { readonly row: number; readonly body: Body }[];
}

async function send<Body>(
  { rows, refused, remarks }: ReadList<Body>,
  write: (bodies: readonly Body[]) => Promise<
    Omit<Uploaded, 'refused' | 'remarks'> & {
      readonly refused: readonly {
        readonly index: number;
        readonly path: string;
        readonly message: string;
      }[];
    }
  >,
): Promise<Uploaded> {
  const all = { created: 0, updated: 0, unchanged: 0, refused: [...refused], remarks };
  for (let at = 0; at < rows.length; at += MAX_OWN_COMPONENTS) {
    const batch = rows.slice(at, at + MAX_OWN_COMPONENTS);
    const answer = await write(batch.map(({ body }) => body)).catch((e) => {
      throw at === 0 ? e : keptInPart(all, batch[0]!.row, e);
    });
    all.created += answer.created;
    all.updated += answer.updated;
    all.unchanged += answer.unchanged;
    all.refused.push(
      ...answer.refused.map(({ index, path, message }) => ({
        row: batch[index]!.row,
        reason: `${path} ${message}`,
      })),
    );
  }
  return { ...all, refused: all.refused.sort((a, b) => a.row - b.row) };
}

/** What was sent before stays: somebody has to know that, and how to go on. */
const keptInPart = (
  { created, updated, unchanged }: Pick<Uploaded, 'created' | 'updated' | 'unchanged'>,
  row: number,
  cause: unknown,
) =>
  new Error(
    `Only the rows before row ${row} were kept: ${count(created)} new, ${count(updated)} changed, ${
      count(unchanged)
    } as before. ${messageOf(cause)} Upload the list again: what was kept stays as it is.`,
    { cause },
  );
