/** What the SDK promises, wherever it runs. */
import { describe, expect, it, vi } from 'vitest';
import { envelope } from '../../unit/support/events.ts';
import type { Order } from './runner.ts';
import type { Runtime } from './runtimes.ts';
import {
  closed,
  connected,
  type FakeServer,
  frame,
  held,
  json,
  noContent,
  open,
  page,
  problem,
  reset,
} from './server.ts';

export interface Place {
  readonly runtime: Runtime;
  readonly server: FakeServer;
}

/** Short once the server has spoken, for which a busy machine gets all the time it takes. */
const SOON = { first: 60_000, after: 2_000 };

const END = (reason: string) => frame('stream_end', { reason, event_id: null });

export function describeSdk(placeOf: () => Place): void {
  /** A BOM that nobody else has, and its events. */
  function newBom() {
    const { runtime, server } = placeOf();
    const id = crypto.randomUUID();
    // Cases run side by side: those of one organization would use up each other's streams.
    const organization = crypto.randomUUID();
    const event = (eventId: string, type?: 'completed' | 'paused') => ({
      ...envelope(eventId, {
        bomId: id,
        ...(type ? { type: `enrichment.${type}` } : {}),
      }),
      organization_id: organization,
    });
    const says = (eventId: string, type?: 'completed' | 'paused') => {
      const said = event(eventId, type);
      return frame(said.event_type, said, eventId);
    };
    return {
      id,
      organization,
      server,
      event,
      says,
      end: (eventId: string) => says(eventId, 'completed') + END('completed'),
      cursors: () => server.connects(id).map(({ cursor }) => cursor),
      watch: (order: Partial<Order> = {}) => runtime.watch({ kind: 'bom', id, url: server.url, ...order }),
    };
  }

  describe.concurrent('watching a BOM', () => {
    it('tells each event once, with the whole state, and ends with the run', async () => {
      const { id, server, says, end, watch } = newBom();
      server.script(
        id,
        open(connected(), says('1-1'), says('1-2'), says('1-2'), end('1-3')),
      );
      const watching = await watch();
      expect(await watching.untilEnd()).toBeNull();
      expect(watching.events).toEqual(['1-1', '1-2', '1-3']);
      expect(watching.updates[0]).toMatchObject({
        state: null,
        connection: { phase: 'connecting' },
      });
      expect(watching.updates.at(-1)).toMatchObject({
        state: { status: 'completed' },
        connection: { phase: 'ended', store: 'redis' },
      });
      expect(watching.updates.some(({ gap }) => gap)).toBe(false);
    });

    it('puts no token in an address', async () => {
      const { id, server, end, watch } = newBom();
      server.script(id, open(connected(), end('1-1')));
      await (await watch({ tokens: ['secret'] })).untilEnd();
      const [connect] = server.connects(id);
      expect(connect!.token).toBe('secret');
      expect(connect!.address).not.toContain('secret');
    });

    it('goes on from its cursor when the connection is cut, also in the midst of an event', async () => {
      const { id, server, says, end, watch, cursors } = newBom();
      const half = says('1-2').slice(0, 40);
      server.script(
        id,
        open(connected(), says('1-1'), half),
        open(connected(), says('1-2'), end('1-3')),
      );
      const watching = await watch();
      await watching.untilEvent('1-1');
      server.connects(id)[0]!.response.destroy();
      expect(await watching.untilEnd()).toBeNull();
      expect([watching.events, cursors()]).toEqual([['1-1', '1-2', '1-3'], [
        null,
        '1-1',
      ]]);
    });

    it('goes on from its cursor when the server closes the stream, as it does now and then', async () => {
      const { id, server, says, end, watch, cursors } = newBom();
      server.script(
        id,
        closed(
          connected(),
          says('1-1'),
          frame('reconnect', {}),
          'retry: 1000\n\n',
        ),
        closed(connected()),
        open(connected(), end('1-2')),
      );
      const watching = await watch();
      expect(await watching.untilEnd()).toBeNull();
      expect([watching.events, cursors()]).toEqual([['1-1', '1-2'], [
        null,
        '1-1',
        '1-1',
      ]]);
      expect(watching.phases).not.toContain('waiting');
    });

    it('notices that nothing comes any more, says so, and opens another stream', async () => {
      const { id, server, says, end, watch, cursors } = newBom();
      server.script(
        id,
        open(connected(), says('1-1')),
        open(connected(), end('1-2')),
      );
      const watching = await watch({ silence: SOON });
      expect(await watching.untilEnd()).toBeNull();
      expect(watching.phases).toEqual([
        'connecting',
        'live',
        'silent',
        'live',
        'ended',
      ]);
      expect([watching.events, cursors()]).toEqual([['1-1', '1-2'], [
        null,
        '1-1',
      ]]);
    });

    it('says when it has heard anything last', async () => {
      const { id, server, watch } = newBom();
      server.script(id, open(connected()));
      const watching = await watch();
      const { connection } = await watching.untilPhase('live');
      const before = watching.updates.length;
      server.say(
        id,
        frame('keepalive', { server_time: '2026-01-01T00:00:00Z' }),
      );
      await watching.until((update) => watching.updates.indexOf(update) >= before);
      expect(watching.updates.at(-1)!.connection.lastHeardAt)
        .toBeGreaterThanOrEqual(connection.lastHeardAt!);
      server.say(id, frame('store', { store: 'table' }));
      await watching.until((update) => update.connection.store === 'table');
      await watching.close();
    });

    it.each([429, 500, 503])(
      'waits at %i, with the reason, and goes on',
      async (status) => {
        const { id, server, says, end, watch, cursors } = newBom();
        server.script(
          id,
          closed(connected(), says('1-1')),
          problem(status, { 'retry-after': '1' }),
          open(connected(), end('1-2')),
        );
        const watching = await watch();
        const { connection } = await watching.until((update) => update.connection.problem?.status === status);
        expect(connection).toMatchObject({
          phase: 'waiting',
          problem: {
            code: `code_${status}`,
            detail: `Sentence for ${status}.`,
          },
          retryAt: expect.any(Number),
        });
        expect(await watching.untilEnd()).toBeNull();
        expect(cursors()).toEqual([null, '1-1', '1-1']);
        expect(watching.updates.at(-1)!.connection.problem).toBeNull();
      },
    );

    it('waits where a stream itself says that there is no room', async () => {
      const { id, server, end, watch } = newBom();
      const full = frame('stream_error', {
        code: 'isolate_full',
        detail: 'Full.',
        retry_after_seconds: 0,
      });
      server.script(id, closed(full), open(connected(), end('1-1')));
      const watching = await watch();
      const { connection } = await watching.untilPhase('waiting');
      expect(connection.problem).toMatchObject({
        code: 'isolate_full',
        detail: 'Full.',
      });
      expect(await watching.untilEnd()).toBeNull();
    });

    it('takes a new token where the old one has ended', async () => {
      const { id, server, end, watch } = newBom();
      server.script(id, problem(401), open(connected(), end('1-1')));
      const watching = await watch({ tokens: ['old', 'new'], share: false });
      expect(await watching.untilEnd()).toBeNull();
      expect(server.connects(id).map(({ token }) => token)).toEqual([
        'old',
        'new',
      ]);
      expect(watching.tokens).toEqual([false, true]);
    });

    it('gives up where new tokens are refused, too', async () => {
      const { id, server, watch } = newBom();
      server.script(id, problem(401), problem(401), problem(401));
      const watching = await watch();
      expect(await watching.untilEnd()).toMatchObject({
        name: 'RefusedCall',
        status: 401,
      });
      expect(server.connects(id)).toHaveLength(3);
    });

    it.each([400, 403, 404])('takes %i for an answer', async (status) => {
      const { id, server, watch } = newBom();
      server.script(id, problem(status));
      const watching = await watch();
      expect(await watching.untilEnd()).toEqual({
        name: 'RefusedCall',
        status,
        message: `Sentence for ${status}.`,
      });
      expect(watching.updates.at(-1)!.connection).toMatchObject({
        phase: 'refused',
        problem: { status },
      });
      expect(server.connects(id)).toHaveLength(1);
    });

    it('ends at 204', async () => {
      const { id, server, says, watch } = newBom();
      server.script(id, closed(connected(), says('1-1', 'completed')), noContent);
      const watching = await watch();
      expect(await watching.untilEnd()).toBeNull();
      expect(watching.updates.at(-1)!.connection.phase).toBe('ended');
      expect(server.connects(id)).toHaveLength(2);
    });

    it('recovers from a first opening that fails', async () => {
      const { id, server, end, watch } = newBom();
      // Some runtimes try once more by themselves where nothing at all came.
      server.status(id, json({ event_id: null }));
      server.script(id, reset, reset, open(connected(), end('1-1')));
      const watching = await watch();
      expect(await watching.untilEnd()).toBeNull();
      expect([watching.phases[0], watching.phases.at(-1)]).toEqual([
        'connecting',
        'ended',
      ]);
      const waiting = watching.updates.find(({ connection }) => connection.phase === 'waiting')!;
      expect(waiting.connection.problem).toMatchObject({
        status: null,
        detail: 'The server cannot be reached. Check your connection.',
      });
    });

    it('replaces a token that is about to end, without a moment away', async () => {
      const { id, server, says, end, watch, cursors } = newBom();
      server.script(
        id,
        open(connected(), says('1-1'), frame('reauth', {})),
        open(connected(), end('1-2')),
      );
      const watching = await watch({
        tokens: ['first', 'second'],
        share: false,
      });
      expect(await watching.untilEnd()).toBeNull();
      expect(server.connects(id).map(({ token }) => token)).toEqual([
        'first',
        'second',
      ]);
      expect([watching.events, cursors()]).toEqual([['1-1', '1-2'], [
        null,
        '1-1',
      ]]);
      expect(watching.phases).toEqual(['connecting', 'live', 'ended']);
    });

    it.each(['deleted', 'access_revoked'])(
      'ends where it was %s',
      async (reason) => {
        const { id, server, says, watch } = newBom();
        server.script(id, open(connected(), says('1-1'), END(reason)));
        const watching = await watch({ nextRuns: true });
        expect(await watching.untilEnd()).toBeNull();
        expect(watching.updates.at(-1)!.connection.phase).toBe(reason);
        expect(server.connects(id)).toHaveLength(1);
      },
    );

    it('says where events are missing: skipped ids, and a server that knows nothing of the past', async () => {
      const { id, server, says, end, watch } = newBom();
      server.script(
        id,
        open(
          connected(),
          says('2-7'),
          says('2-8'),
          says('2-11'),
          frame('reset', {}),
          says('1-2'),
          end('1-3'),
        ),
      );
      const watching = await watch();
      expect(await watching.untilEnd()).toBeNull();
      expect(watching.events).toEqual(['2-7', '2-8', '2-11', '1-2', '1-3']);
      const gaps = watching.updates.filter(({ gap }) => gap).map(({ event }) => event?.event_id ?? null);
      expect(gaps).toEqual(['2-7', '2-11', null, '1-2']);
    });

    it('asks for the state where no stream gets through', async () => {
      const { id, server, event, watch } = newBom();
      server.script(id, ...Array.from({ length: 50 }, () => page));
      server.status(id, json(event('1-4')));
      const watching = await watch();
      expect((await watching.untilEvent('1-4')).state?.status).toBe(
        'enriching',
      );
      await watching.untilPhase('polling');
      server.status(id, json(event('1-9', 'completed')));
      expect(await watching.untilEnd()).toBeNull();
      expect(watching.updates.at(-1)).toMatchObject({
        state: { status: 'completed' },
        connection: { phase: 'ended' },
      });
    });

    it('asks for another token where the state is refused, and gives up where all are', async () => {
      const { id, server, event, watch } = newBom();
      const noStreams = Array.from({ length: 50 }, () => page);
      server.script(id, ...noStreams);
      server.status(
        id,
        (response, connect) =>
          (connect.token === 'old' ? problem(401) : json(event('1-9', 'completed')))(response, connect),
      );
      const renewed = await watch({ tokens: ['old', 'old', 'old', 'new'], share: false });
      expect(await renewed.untilEnd()).toBeNull();
      expect(renewed.tokens).toContain(true);

      server.script(id, ...noStreams);
      server.status(id, problem(401));
      const refused = await watch();
      expect(await refused.untilEnd()).toMatchObject({ name: 'RefusedCall', status: 401 });
    });

    it('says why the state cannot be read either, and waits as long as the server asks for', async () => {
      const { id, server, watch } = newBom();
      server.script(id, ...Array.from({ length: 50 }, () => page));
      server.status(id, problem(429, { 'retry-after': '60' }));
      const watching = await watch();
      const { connection } = await watching.until(({ connection }) => connection.problem?.status === 429);
      expect(connection.phase).toBe('waiting');
      expect(connection.retryAt! - Date.now()).toBeGreaterThan(40_000);
      await watching.close();
    });

    it('asks for the state again where it was not answered', async () => {
      const { id, server, event, watch } = newBom();
      server.script(id, ...Array.from({ length: 50 }, () => held));
      let asked = 0;
      server.status(id, (response, connect) => {
        asked += 1;
        if (asked > 3) json(event('1-9', 'completed'))(response, connect);
      });
      const watching = await watch({ silence: { first: 3_000, after: 60_000 } });
      expect(await watching.untilEnd()).toBeNull();
    });

    it('goes back to streams once one gets through', async () => {
      const { id, server, event, end, watch } = newBom();
      server.script(id, page, page, page, open(connected(), end('1-5')));
      server.status(id, json(event('1-4')));
      const watching = await watch();
      expect(await watching.untilEnd()).toBeNull();
      expect(watching.phases).toContain('live');
    });

    it('goes on with a run that somebody else starts', async () => {
      const { id, organization, server, says, end, event, watch, cursors } = newBom();
      server.status(id, json(event('1-2', 'completed')));
      server.script(organization, open(connected({ bom_ids: [] })));
      server.script(
        id,
        open(connected(), says('1-1'), end('1-2')),
        open(connected(), says('2-1')),
      );
      const watching = await watch({ nextRuns: true });
      await watching.untilPhase('ended');
      await vi.waitUntil(() => server.connects(organization).length === 1, {
        timeout: 60_000,
      });
      server.say(organization, says('2-1'));
      await watching.untilEvent('2-1');
      expect(cursors()).toEqual([null, '1-2']);
      await watching.close();
      expect(await watching.untilEnd()).toBeNull();
    });

    it('says that the server is lost between two runs, and that it is back', async () => {
      const { id, organization, server, says, end, event, watch } = newBom();
      server.status(id, json(event('1-2', 'completed')));
      server.script(
        organization,
        closed(connected({ bom_ids: [] })),
        problem(503),
        open(connected({ bom_ids: [] })),
      );
      server.script(id, open(connected(), says('1-1'), end('1-2')));
      const watching = await watch({ nextRuns: true });
      await watching.untilPhase('waiting');
      await vi.waitUntil(() => server.connects(organization).length === 3, { timeout: 60_000 });
      await vi.waitUntil(() => watching.phases.slice(-3).join() === 'ended,waiting,ended', {
        timeout: 60_000,
      });
      await watching.close();
      expect(await watching.untilEnd()).toBeNull();
    });

    it('tells what people change, each once: as it was on opening, during a pause, and between two runs', async () => {
      const { id, organization, server, says, end, event, watch } = newBom();
      const changed = (of: string, change_id: number) => frame('bom_changed', { bom_id: of, change_id });
      server.status(id, json({ ...event('1-3', 'completed'), change_id: 7 }));
      server.script(organization, open(connected({ bom_ids: [] })));
      server.script(id, open(connected({ bom_id: id, change_id: 4 }), says('1-1'), says('1-2', 'paused')));
      const watching = await watch({ nextRuns: true });
      await watching.until(({ changed }) => changed === 4);
      await watching.untilEvent('1-2');
      server.say(id, changed(id, 6));
      await watching.until(({ changed }) => changed === 6);
      server.say(id, changed(id, 6) + end('1-3'));
      // made while the one stream was gone, and the other not there
      await watching.until(({ changed }) => changed === 7);
      server.say(organization, changed(crypto.randomUUID(), 8) + changed(id, 7) + changed(id, 9));
      await watching.until(({ changed }) => changed === 9);
      expect(watching.updates.flatMap(({ changed }) => changed ?? [])).toEqual([4, 6, 7, 9]);
      await watching.close();
      expect(await watching.untilEnd()).toBeNull();
    });

    it('tells what its user may do as a stream opens, and where that is another thing, during a run and between two', async () => {
      const { id, organization, server, says, end, event, watch } = newBom();
      server.status(id, json(event('1-3', 'completed')));
      server.script(organization, open(connected({ bom_ids: [], role: 'viewer' })));
      server.script(id, open(connected({ bom_id: id, role: 'admin' }), says('1-1')));
      const watching = await watch({ nextRuns: true });
      await watching.untilEvent('1-1');
      server.say(id, frame('role_changed', { role: 'viewer' }) + end('1-3'));
      await watching.until(({ role }) => role === 'viewer');
      await vi.waitUntil(() => server.connects(organization).length === 1, { timeout: 60_000 });
      server.say(
        organization,
        frame('role_changed', { role: 'viewer' }) + frame('role_changed', { role: 'editor' }),
      );
      await watching.until(({ role }) => role === 'editor');
      expect(watching.updates.flatMap(({ role }) => role ?? [])).toEqual(['admin', 'viewer', 'editor']);
      await watching.close();
      expect(await watching.untilEnd()).toBeNull();
    });

    it('asks for news at once where it is told to, during a run and between two', async () => {
      const { id, organization, server, says, end, event, watch, cursors } = newBom();
      server.status(id, json(event('1-3', 'completed')));
      server.script(organization, open(connected({ bom_ids: [] })));
      server.script(
        id,
        open(connected(), says('1-1')),
        open(connected(), says('1-2'), end('1-3')),
        open(connected(), says('2-1')),
      );
      const watching = await watch({ nextRuns: true });
      await watching.untilEvent('1-1');
      await watching.refresh();
      await watching.untilPhase('ended');
      await watching.refresh();
      await watching.untilEvent('2-1');
      expect([watching.events, cursors()]).toEqual([['1-1', '1-2', '1-3', '2-1'], [null, '1-1', '1-3']]);
      expect(watching.phases).toEqual(['connecting', 'live', 'ended', 'connecting', 'live']);
      await watching.close();
      expect(await watching.untilEnd()).toBeNull();
    });

    it('asks for no state twice that has not changed, between two runs either', async () => {
      const { id, organization, server, end, event, watch } = newBom();
      server.script(organization, ...Array.from({ length: 999 }, () => closed(connected({ bom_ids: [] }))));
      server.script(id, open(connected(), end('1-3')), problem(404));
      const tags: (string | null)[] = [];
      server.status(id, (response, { etag }) => {
        tags.push(etag);
        if (tags.length === 3) return problem(404)(response, {} as never);
        const headers = {
          'access-control-allow-origin': '*',
          'access-control-expose-headers': 'etag',
          etag: '"1-3"',
        };
        if (etag) response.writeHead(304, headers).end();
        else {
          response.writeHead(200, { ...headers, 'content-type': 'application/json' })
            .end(JSON.stringify(event('1-3', 'completed')));
        }
      });
      const watching = await watch({ nextRuns: true });
      expect(await watching.untilEnd()).toMatchObject({ status: 404 });
      expect(tags).toEqual([null, '"1-3"', '"1-3"']);
    });

    it('ends where a BOM was deleted between two runs, though nothing told of it', async () => {
      const { id, organization, server, end, watch } = newBom();
      server.script(organization, open(connected({ bom_ids: [] })));
      server.script(id, open(connected(), end('1-3')), problem(404));
      const watching = await watch({ nextRuns: true });
      expect(await watching.untilEnd()).toMatchObject({ status: 404 });
      expect(watching.phases).toContain('ended');
    });

    it('has the state before it is clear whether a stream gets through', async () => {
      const { id, server, event, watch } = newBom();
      server.script(id, held);
      server.status(id, json(event('1-4')));
      const watching = await watch({ silence: { first: 20_000, after: 20_000 } });
      await watching.untilEvent('1-4');
      expect(watching.phases).toEqual(['connecting']);
      await watching.close();
    });

    it('shows a page that is loaded again what it knew, and goes on behind it', async () => {
      const { id, server, event, end, watch, cursors } = newBom();
      server.script(id, open(connected(), end('1-5')));
      const stored = { [`bomstream ${id}`]: JSON.stringify(event('1-4')) };
      const watching = await watch({ stored });
      expect(await watching.untilEnd()).toBeNull();
      expect(watching.updates[0]!.state).toMatchObject({ status: 'enriching' });
      expect([watching.events, cursors()]).toEqual([['1-5'], ['1-4']]);
      expect(watching.updates.some(({ gap }) => gap)).toBe(false);
      expect(JSON.parse(Object.values(watching.stored)[0]!).event_id).toBe(
        '1-5',
      );
    });

    it.each([
      'not JSON',
      '{"event_id":"no"}',
      '{"event_id":"1-1","bom_id":"of another"}',
    ])(
      'begins anew with what it cannot read of an earlier page: %s',
      async (text) => {
        const { id, server, end, watch, cursors } = newBom();
        server.script(id, open(connected(), end('1-1')));
        const watching = await watch({ stored: { [`bomstream ${id}`]: text } });
        expect(await watching.untilEnd()).toBeNull();
        expect(cursors()).toEqual([null]);
      },
    );

    it('ends when its signal says so, and closes the stream', async () => {
      const { id, server, says, watch } = newBom();
      server.script(id, open(connected(), says('1-1')));
      const watching = await watch();
      await watching.untilEvent('1-1');
      const closed = new Promise((resolve) => server.connects(id)[0]!.response.once('close', resolve));
      await watching.close();
      expect(await watching.untilEnd()).toBeNull();
      await closed;
    });
  });

  describe.concurrent('watching an organization', () => {
    it('asks where no stream gets through, though no run is at work, and ends with the right to', async () => {
      const { runtime, server } = placeOf();
      const id = crypto.randomUUID();
      server.script(id, ...Array.from({ length: 50 }, () => page));
      server.status(id, json({ boms: [] }));
      const watching = await runtime.watch({ kind: 'organization', id, url: server.url });
      await watching.untilPhase('polling');
      server.status(id, problem(404));
      expect(await watching.untilEnd()).toBeNull();
      expect(watching.phases.at(-1)).toBe('access_revoked');
    });

    it('has the newest state of each BOM, and says what became of those that it did not hear of', async () => {
      const { runtime, server } = placeOf();
      const id = crypto.randomUUID();
      const [one, two, gone] = [newBom(), newBom(), newBom()];
      const says = (bom: typeof one, eventId: string) =>
        frame(
          'enrichment.progress',
          bom.event(eventId),
          `${eventId}.${bom.id}`,
        );
      server.script(
        id,
        closed(
          connected({ bom_ids: [one.id, two.id, gone.id] }),
          says(one, '1-2'),
          says(gone, '1-2'),
          says(two, '3-4'),
        ),
        open(connected({ bom_ids: [two.id] })),
      );
      server.status(one.id, json(one.event('1-9', 'completed')));
      const watching = await runtime.watch({
        kind: 'organization',
        id,
        url: server.url,
      });
      await watching.until(({ deleted }) => deleted === gone.id);
      const { states } = await watching.until(({ states }) => states[one.id]?.status === 'completed');
      expect(states[two.id]?.status).toBe('enriching');
      expect(Object.keys(watching.updates.at(-1)!.states).toSorted()).toEqual(
        [one.id, two.id].toSorted(),
      );
      expect(server.connects(id).at(-1)!.cursor).toBe(`3-4.${two.id}`);
      expect(watching.updates.filter(({ gap, event }) => gap && !event).length)
        .toBeGreaterThan(1);
      server.say(id, frame('bom_changed', { bom_id: two.id, change_id: 5 }));
      await watching.until(({ changed }) => changed === 5);
      server.say(id, frame('bom_deleted', { bom_id: two.id }));
      await watching.until(({ deleted }) => deleted === two.id);
      server.say(id, END('access_revoked'));
      expect(await watching.untilEnd()).toBeNull();
    });
  });
}
