/** Who is not let in, what he is told, and that nothing of him remains. */
import { describe, expect, it } from 'vitest';
import { DatabaseError, DatabaseUnavailable } from '../../../shared/database/port.ts';
import { Problem } from '../../../shared/http/problem.ts';
import { settled } from '../support/clock.ts';
import { BOM, envelope, OTHER_BOM, runOf } from '../support/events.ts';
import { PAGE, refusal } from '../support/http.ts';
import { NOTHING_LEFT, startStreamEndpoint } from '../support/stream-endpoint.ts';

const failing = (error: unknown) =>
  startStreamEndpoint({
    connect: () => {
      throw error;
    },
  });

describe('a connection is refused', () => {
  it.each<[string, string, string | null]>([
    ['without a token', '', null],
    ['with an empty token', '?token=', null],
    ['with a token that is not accepted', '?token=of-somebody', null],
    ['with such a token in the header, whatever the address says', '?token=token-of-the-user', 'of-somebody'],
  ])('%s, before the database is asked', async (_name, query, token) => {
    const { ask, database, leftBehind } = startStreamEndpoint();
    expect((await ask(query, { token })).status).toBe(401);
    expect(database.calls).toEqual([]);
    expect(leftBehind()).toEqual(NOTHING_LEFT);
  });

  it('for an id that is none', async () => {
    const { askAt, database, leftBehind } = startStreamEndpoint();
    expect(await refusal(await askAt('/enrichment-stream/1'))).toEqual({ status: 400, code: 'invalid_id' });
    expect(database.calls).toEqual([]);
    expect(leftBehind()).toEqual(NOTHING_LEFT);
  });

  it.each([
    [403, 'viewer_required'],
    [404, 'bom_not_found'],
  ])('as the database says, and nothing is left behind: %d', async (status, code) => {
    const { ask, leftBehind } = failing(new Problem(status, code, 'No.'));
    const response = await ask('', { headers: { origin: PAGE } });
    expect(response.headers.get('access-control-allow-origin')).toBe(PAGE);
    expect(await refusal(response)).toEqual({ status, code });
    expect(leftBehind()).toEqual(NOTHING_LEFT);
  });

  it('for the moment while the database is away', async () => {
    const { ask, leftBehind } = failing(new DatabaseUnavailable());
    const response = await ask();
    expect(response.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await refusal(response)).toEqual({ status: 503, code: 'database_unavailable' });
    expect(leftBehind()).toEqual(NOTHING_LEFT);
  });

  it.each<[string, () => unknown]>([
    ['the database fails', () => {
      throw new DatabaseError('42883', 'enrichment_connect');
    }],
    ['its answer has another shape', () => ({ newest: null })],
    ['its newest event is none', () => ({ newest: { hello: 1 }, cursor: 'none', following: [] })],
    ['its newest event is of another BOM', () => ({
      newest: envelope('1-1', { bomId: OTHER_BOM }),
      cursor: 'none',
      following: [],
    })],
    ['what follows is of another BOM', () => ({
      newest: envelope('1-2'),
      cursor: 'honoured',
      following: [envelope('1-2', { bomId: OTHER_BOM })],
    })],
  ])('with a bare 500 when %s', async (_name, connect) => {
    const { ask, leftBehind } = startStreamEndpoint({ connect });
    const response = await ask('?last_event_id=1-1');
    expect(await refusal(response)).toEqual({ status: 500, code: 'internal_error' });
    expect(leftBehind()).toEqual(NOTHING_LEFT);
  });

  it('for any method but GET', async () => {
    const { ask } = startStreamEndpoint();
    for (const method of ['POST', 'DELETE', 'HEAD']) expect((await ask('', { method })).status).toBe(405);
  });
});

it('a refusal never disturbs those who were let in', async () => {
  let refused = false;
  const [newest] = runOf({ length: 1 });
  const { ask, follow, clock, publish } = startStreamEndpoint({
    connect: () => {
      if (refused) throw new Problem(404, 'bom_not_found', 'No.');
      return { newest: JSON.parse(newest!.json), cursor: 'none', following: [] };
    },
  });
  const client = await follow();
  refused = true;
  expect((await ask()).status).toBe(404);
  publish(...runOf({ length: 3 }).slice(1));
  await clock.advance(100);
  await settled();
  expect(client.ids()).toEqual(['1-1', '1-2', '1-3']);
});

it('a failure while a client catches up ends its stream and leaves nothing behind', async () => {
  const { follow, table, leftBehind } = startStreamEndpoint({ history: runOf({ length: 300 }) });
  table.fail(new DatabaseUnavailable());
  const client = await follow('?last_event_id=1-1');
  await settled();
  expect(client.end).toBe('broken');
  expect(leftBehind()).toEqual(NOTHING_LEFT);
});

it('nothing about a connection is logged that would let others use it', async () => {
  const { follow, log } = startStreamEndpoint({ history: runOf({ length: 2 }) });
  await (await follow('?token=token-of-the-user', { token: null })).leave();
  expect(JSON.stringify(log.entries)).not.toContain('token');
  expect(log.entries[0]).toMatchObject({ bom_id: BOM });
});
