/** A database that is older than the functions is found out before anything is done with it. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Database } from '../../../shared/database/port.ts';
import { createSupabaseDatabase } from '../../../shared/database/supabase.ts';
import { isNewEnough, NEEDED_VERSION } from '../../../shared/database/version.ts';

const UNKNOWN = [404, { code: 'PGRST202', message: 'Could not find the function' }] as const;
const AWAY = [503, { code: 'PGRST000' }] as const;
const NEW = [200, { version: NEEDED_VERSION }] as const;
const OLD = [200, { version: '0.0.99' }] as const;
const OUTDATED = { kind: 'unavailable', code: 'database_outdated', more: { retryAfterSeconds: 60 } };

/** What the database answers now. */
let version: readonly [number, unknown];
let work: readonly [number, unknown];
let asked: string[];
let server: Server;
let database: Database;
const call = () => database.call('bomstream_health', {}, z.literal('done')).catch((error: unknown) => error);

beforeEach(async () => {
  [version, work, asked] = [NEW, [200, 'done'], []];
  server = createServer((request, response) => {
    const name = request.url!.split('/').at(-1)!;
    asked.push(name);
    const [status, body] = name === 'bomstream_version' ? version : work;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  database = createSupabaseDatabase({ url: `http://127.0.0.1:${port}`, secretKey: 'sb_secret_test' });
});
afterEach(() => void server.close());

describe('the version of the database', () => {
  it('is asked for once, before the first call, however many begin with it', async () => {
    expect(await Promise.all([call(), call()])).toEqual(['done', 'done']);
    expect(await call()).toBe('done');
    expect(asked).toEqual(['bomstream_version', 'bomstream_health', 'bomstream_health', 'bomstream_health']);
  });

  it.each([['that is older', OLD], ['that has never heard of it', UNKNOWN]])(
    'of one %s keeps everything from it until it is up to date, and says how to get there',
    async (_which, answer) => {
      version = answer;
      for (let time = 0; time < 2; time++) {
        expect(await call()).toMatchObject({
          ...OUTDATED,
          detail: expect.stringContaining('npx supabase db push'),
        });
      }
      expect(asked).toEqual(['bomstream_version', 'bomstream_version']);
      version = NEW;
      expect(await call()).toBe('done');
    },
  );

  it('is asked for again when a function is not there: the database may have been put back', async () => {
    expect(await call()).toBe('done');
    [version, work] = [OLD, UNKNOWN];
    expect(await call()).toMatchObject(OUTDATED);
    expect(asked).toEqual(['bomstream_version', 'bomstream_health', 'bomstream_health', 'bomstream_version']);
  });

  it('is not to blame for a function that is not there in a database that is new enough', async () => {
    work = UNKNOWN;
    expect(await call()).toMatchObject({ name: 'DatabaseError', code: 'PGRST202' });
  });

  it('that could not be read is asked for again with the next call, which finds out by itself what is wrong', async () => {
    version = AWAY;
    expect(await call()).toBe('done');
    work = AWAY;
    expect(await call()).toMatchObject({ code: 'database_unavailable' });
    work = UNKNOWN;
    expect(await call()).toMatchObject({ code: 'PGRST202' });
    [version, asked] = [NEW, []];
    await call();
    expect(asked).toEqual(['bomstream_version', 'bomstream_health', 'bomstream_version']);
  });

  it.each([
    ['0.2.0', '0.2.0', true],
    ['0.1.9', '0.2.0', false],
    ['0.2.1', '0.2.0', true],
    ['0.10.0', '0.2.0', true],
    ['0.2.0', '0.10.0', false],
    ['1.0.0', '0.2.5', true],
    ['0.9.9', '1.0.0', false],
  ])('%s is enough for %s: %s', (has, needed, enough) => {
    expect(isNewEnough(has, needed)).toBe(enough);
  });
});
