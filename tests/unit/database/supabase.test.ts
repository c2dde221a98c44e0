/** What the data API's errors mean for a caller: told, given up, or tried again. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { toProblem } from '../../../shared/http/problem.ts';
import { createSupabaseDatabase } from '../../../shared/database/supabase.ts';
import { readSchemaFile, SCHEMA_PATHS } from '../../support/schema-files.ts';

let server: Server | undefined;
afterEach(() => void server?.close());

/** The outcome of a call that is answered like this; the last answer is given from then on. */
async function outcome(status: number, ...bodies: unknown[]) {
  server = createServer((request, response) => {
    const isCall = !request.url!.includes('version');
    const body = isCall && bodies.length > 1 ? bodies.shift() : bodies[0];
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const database = createSupabaseDatabase({ url: `http://127.0.0.1:${port}`, secretKey: 'sb_secret_test' });
  return await database.call('bomstream_health', {}, z.unknown()).catch((error: unknown) => error);
}

describe('an error of the data API', () => {
  it.each(['57P01', '57P02', '57P03', '57014', '55P03', '08006', '53300'])(
    'of a database that comes or goes is one to try again: %s',
    async (code) => {
      expect(await outcome(500, { code, message: 'no' })).toMatchObject({ name: 'DatabaseUnavailable' });
    },
  );

  it.each<[number, unknown]>([
    [503, { code: 'PGRST000' }],
    [504, { code: 'PGRST003', message: 'Timed out acquiring connection from connection pool.' }],
    [502, { message: 'Bad gateway' }],
  ])(
    'of a gateway is one to try again: %d',
    async (status, body) => {
      expect(await outcome(status, body)).toMatchObject({ name: 'DatabaseUnavailable' });
    },
  );

  it('of the database itself is not: it would only be repeated', async () => {
    expect(await outcome(500, { code: '42883', message: 'no such function' })).toMatchObject({
      name: 'DatabaseError',
    });
  });

  it.each(['23503', 'P0002', '40P01'])(
    'of a call that a deletion overtook is not the caller’s: it is asked once more (%s)',
    async (code) => {
      const refused = { code: 'PT404', message: 'bom_not_found', details: 'There is none.' };
      const overtaken = { code, message: 'no' };
      expect(await outcome(409, overtaken, refused)).toMatchObject({ code: 'bom_not_found' });
      server?.close();
      expect(await outcome(409, overtaken, overtaken, refused)).toMatchObject({ name: 'DatabaseError' });
    },
  );

  it('that is a refusal is the caller’s to read', async () => {
    const refused = { code: 'PT404', message: 'bom_not_found', details: 'There is none.' };
    expect(await outcome(404, refused)).toMatchObject({ kind: 'missing', code: 'bom_not_found', more: {} });
  });

  it('reaches the caller with the status that SQL gives it, whichever it is', async () => {
    const sql = SCHEMA_PATHS.map(readSchemaFile).join();
    const statuses = new Set(
      [...sql.matchAll(/bomstream\.refuse\((\d+),/g)].map(([, status]) => Number(status)),
    );
    expect(statuses.size).toBeGreaterThan(4);
    for (const status of statuses) {
      const refused = { code: `PT${status}`, message: 'no', details: 'No.' };
      expect(toProblem(await outcome(status, refused))).toMatchObject({ status, code: 'no', detail: 'No.' });
      server?.close();
    }
  });

  it('that passes says when to ask again', async () => {
    const refused = { code: 'PT429', message: 'too_many_boms', details: 'Wait.', hint: '17' };
    expect(await outcome(429, refused)).toMatchObject({
      kind: 'too_many',
      more: { retryAfterSeconds: 17 },
    });
  });
});
