/** One ledger for several isolates, which read it over HTTP as they would read Postgres. */
import type { Cursor, News, ProgressReader } from '../../../shared/progress/port.ts';

export interface ServedLedger {
  readonly url: string;
  stop(): Promise<void>;
}

export function serveLedger(reader: ProgressReader): ServedLedger {
  const server = Deno.serve({ hostname: '127.0.0.1', port: 0, onListen: () => {} }, async (request) => {
    const cursors: Cursor[] = await request.json();
    return Response.json([...await reader.read(cursors)]);
  });
  return { url: `http://127.0.0.1:${server.addr.port}`, stop: () => server.shutdown() };
}

export function createRemoteReader(url: string): ProgressReader {
  return {
    async read(cursors) {
      const response = await fetch(url, { method: 'POST', body: JSON.stringify(cursors) });
      const news: [string, News][] = await response.json();
      return new Map(news);
    },
  };
}
