/** The supplier stand-in on a loopback port of its own, and ways to steer it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { SupplierName } from '../../../shared/domain/supplier.ts';
import type { SandboxPart } from '../../../local/suppliers/parts.ts';
import {
  createSupplierStandIn,
  type StandInFault,
  type StandInReport,
  standInSettings,
} from '../../../local/suppliers/stand-in.ts';

export const API_KEY = 'a-key-that-no-log-may-ever-show';

export interface StandIn {
  readonly apiUrl: string;
  /** What makes functions ask it. */
  readonly settings: Readonly<Record<string, string>>;
  /** Makes calls fail: the next `calls`, or all of them; null: none. */
  fail(fault: StandInFault | null, calls?: number): Promise<void>;
  /** Changes what it says of parts from now on, by their numbers. */
  change(parts: Readonly<Record<string, Partial<SandboxPart>>>): Promise<void>;
  /** The part numbers of each call since `reset`. */
  asked(): Promise<readonly (readonly string[])[]>;
  /** Parts that the supplier has counted, of all calls. */
  parts(): Promise<number>;
  /** Forgets faults, and counts from here. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** @param more calls after which it refuses all for some seconds, if it is to */
export async function startStandIn(
  name: SupplierName = 'mouser',
  more: { readonly rest?: { readonly afterCalls: number; readonly seconds: number } } = {},
): Promise<StandIn> {
  const controlToken = crypto.randomUUID();
  const handler = createSupplierStandIn(name, { apiKey: API_KEY, controlToken, ...more });
  const server = createServer(async (incoming, outgoing) => {
    const gone = new AbortController();
    outgoing.on('close', () => gone.abort());
    try {
      const { method = 'GET', url, headers } = incoming;
      const response = await handler(
        new Request(`http://stand-in${url}`, {
          method,
          headers: Object.entries(headers).map((
            [header, value],
          ): [string, string] => [header, String(value)]),
          body: method === 'GET' ? null : await text(incoming),
          signal: gone.signal,
        }),
      );
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(await response.text());
    } catch {
      incoming.socket.destroy(); // the caller gave up on a call that hangs
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function control(init: RequestInit = {}): Promise<StandInReport> {
    const response = await fetch(`${url}/control`, {
      ...init,
      headers: { authorization: `Bearer ${controlToken}` },
    });
    return await response.json() as StandInReport;
  }
  let from = 0;
  const fail = async (fault: StandInFault | null, calls?: number) =>
    void await control({ method: 'PUT', body: JSON.stringify({ fault, calls }) });
  return {
    apiUrl: name === 'mouser' ? `${url}/api/v1` : url,
    settings: standInSettings(name, API_KEY, url),
    fail,
    change: async (parts) => void await control({ method: 'PUT', body: JSON.stringify({ parts }) }),
    asked: async () => (await control()).asked.slice(from),
    parts: async () => (await control()).parts,
    async reset() {
      await fail(null);
      from = (await control()).calls;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections(); // a call that hangs would hold the server open for ever
      }),
  };
}
