/** Events in memory where Postgres would be: answers what the stream asks at a connect, and what followed a cursor. */
import { delay } from '../../../local/process.ts';
import type { Arguments } from '../../../shared/database/functions.ts';
import type { Database } from '../../../shared/database/port.ts';
import {
  MAX_EVENTS_PER_READ,
  type News,
  type ProgressReader,
  type StoredEvent,
} from '../../../shared/progress/port.ts';

/** Events go on before and after the moment a connect is answered from, which is where one could be lost or repeated. */
const HALF_A_ROUND_TRIP_MS = 1;
/** As many as `bomstream_connect` answers at once, and as much of them; the first comes however large it is. */
const CONNECT_EVENTS = 10;
const PAGE_BYTES = 32 * 1024;
const ORGANIZATION_ID = '9a4f1c1e-52d1-4b7e-9c8e-2f9a4f1c1e52';

export interface Ledger {
  /** Events of a BOM's first run, in order. */
  append(bomId: string, event: StoredEvent): void;
  readonly reader: ProgressReader;
  readonly database: Database;
}

/** @param kept newest events held a BOM; a cursor behind them is lost, as one behind Postgres' limit is */
export function createLedger(kept: number): Ledger {
  const events = new Map<string, StoredEvent[]>();
  const of = (bomId: string) => events.get(bomId) ?? [];
  const after = (bomId: string, seq: number, most?: number) => {
    const all = of(bomId);
    const following = all.slice(Math.max(0, seq + 1 - (all[0]?.id.seq ?? 1)));
    let bytes = 0;
    const fits = ({ json }: StoredEvent) => (bytes += json.length) <= PAGE_BYTES;
    return following.slice(0, most ?? MAX_EVENTS_PER_READ).filter((event, i) =>
      most === undefined || fits(event) || i === 0
    );
  };
  return {
    append(bomId, event) {
      const all = of(bomId);
      events.set(bomId, all);
      all.push(event);
      if (all.length > kept) all.shift();
    },
    reader: {
      read(cursors) {
        const news = cursors.map(({ bomId, after: cursor, most }) =>
          [bomId, after(bomId, cursor?.seq ?? 0, most)] as const
        );
        return Promise.resolve(new Map<string, News>(news.filter(([, following]) => following.length > 0)));
      },
    },
    database: {
      async call(name, args, schema) {
        if (name === 'bomstream_lost_rights') return schema.parse([]);
        if (name !== 'bomstream_connect') throw new Error(`unexpected call of ${name}`);
        const { p_bom_id, p_cursor_seq = null } = args as Arguments<'bomstream_connect'>;
        const bomId = String(p_bom_id);
        const seq = p_cursor_seq === null ? null : Number(p_cursor_seq);
        await delay(HALF_A_ROUND_TRIP_MS);
        const all = of(bomId);
        const known = all.some(({ id }) => id.seq === seq);
        const parsed = (some: readonly StoredEvent[]) => some.map(({ json }): unknown => JSON.parse(json));
        const answer = schema.parse({
          organization_id: ORGANIZATION_ID,
          newest: parsed(all.slice(-1))[0] ?? null,
          change_id: null,
          cursor: seq === null ? 'none' : known ? 'honoured' : 'lost',
          following: seq !== null && known ? parsed(after(bomId, seq, CONNECT_EVENTS)) : [],
        });
        await delay(HALF_A_ROUND_TRIP_MS);
        return answer;
      },
    },
  };
}
