import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { createRouter } from '../../../shared/http/router.ts';
import { createTicketRoute } from '../../../shared/runs/ticket-routes.ts';
import { createTickets } from '../../../shared/stream/tickets.ts';
import { T0 } from '../support/clock.ts';
import { fakeDatabase } from '../support/database.ts';
import { BOM, ORGANIZATION, USER } from '../support/events.ts';
import { authenticate, cors, refusal, request } from '../support/http.ts';
import { recordLog } from '../support/log.ts';

function start({ configured = true, mayView = () => true }: {
  configured?: boolean;
  mayView?: () => unknown;
} = {}) {
  const database = fakeDatabase({ bomstream_require_viewer: mayView });
  const tickets = createTickets({ keys: ['a key of at least thirty-two bytes'], now: () => T0 });
  const route = createTicketRoute({
    database,
    authenticate,
    tickets: configured ? tickets : null,
    supabaseUrl: 'https://project.example.com',
  });
  const handle = createRouter({ routes: [route], cors, log: recordLog().log });
  return {
    database,
    tickets,
    ask: (body: unknown, token?: string | null) =>
      handle(request('/enrichment/tickets', {
        method: 'POST',
        body,
        ...(token === undefined ? {} : { token }),
      })),
  };
}

describe('a ticket is issued', () => {
  it.each([
    ['bom', { bom_id: BOM }, `/${BOM}`, { p_bom_id: BOM, p_organization_id: null }],
    ['organization', { organization_id: ORGANIZATION }, `?organization_id=${ORGANIZATION}`, {
      p_bom_id: null,
      p_organization_id: ORGANIZATION,
    }],
  ])('to follow one %s, when its user may', async (kind, body, path, asked) => {
    const { ask, tickets, database } = start();
    const response = await ask(body);
    expect(response.status).toBe(201);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const { ticket, ...rest } = await response.json();
    expect(rest).toEqual({
      expires_at: new Date(T0 + 900_000).toISOString(),
      stream_url: `https://project.example.com/functions/v1/enrichment-stream${path}`,
    });
    expect(await tickets.verify(ticket)).toEqual({
      userId: USER,
      scope: { kind, id: Object.values(body)[0] },
      expiresAt: T0 + 900_000,
    });
    expect(database.calls).toEqual([{
      name: 'bomstream_require_viewer',
      args: { p_user_id: USER, ...asked },
    }]);
  });

  it.each([60, 900])('for as long as was asked for: %d s', async (ttl_seconds) => {
    const { expires_at } = await (await start().ask({ bom_id: BOM, ttl_seconds })).json();
    expect(Date.parse(expires_at)).toBe(T0 + ttl_seconds * 1000);
  });

  it('for an id as it is stored, however it was written', async () => {
    const { ask, tickets } = start();
    const { ticket } = await (await ask({ bom_id: BOM.toUpperCase() })).json();
    expect((await tickets.verify(ticket)).scope.id).toBe(BOM);
  });
});

describe('no ticket is issued', () => {
  it.each([
    {},
    { bom_id: BOM, organization_id: ORGANIZATION },
    { bom_id: null },
    { bom_id: 'x' },
    { bom_id: BOM, ttl_seconds: 59 },
    { bom_id: BOM, ttl_seconds: 901 },
    { bom_id: BOM, ttl_seconds: 100.5 },
    { bom_id: BOM, ttl_seconds: '100' },
    { bom_id: BOM, user_id: USER },
    [],
  ])('for a body that is invalid: %j', async (body) => {
    const { ask, database } = start();
    expect((await ask(body)).status).toBe(422);
    expect(database.calls).toEqual([]);
  });

  it.each([[403, 'forbidden', 'role_required'], [404, 'missing', 'bom_not_found']] as const)(
    'to a user who may not: %d',
    async (status, kind, code) => {
      const { ask } = start({
        mayView: () => {
          throw new Refusal(kind, code, 'No.');
        },
      });
      expect(await refusal(await ask({ bom_id: BOM }))).toEqual({ status, code });
    },
  );

  it('when the database says anything but yes', async () => {
    expect((await start({ mayView: () => null }).ask({ bom_id: BOM })).status).toBe(500);
  });

  it('to somebody who has not signed in, or has but a ticket', async () => {
    const { ask, tickets } = start();
    const scope = { kind: 'bom', id: BOM } as const;
    const { ticket } = await tickets.issue({ userId: USER, scope, seconds: 900 });
    for (const token of [null, 'of-somebody', ticket]) {
      expect((await ask({ bom_id: BOM }, token)).status).toBe(401);
    }
  });

  it('where none are configured, and the operator is told what to set', async () => {
    const response = await start({ configured: false }).ask({ bom_id: BOM });
    expect(response.status).toBe(501);
    expect(await response.json()).toMatchObject({
      code: 'tickets_not_configured',
      detail: expect.stringContaining('BOMSTREAM_TICKET_KEYS'),
    });
  });
});
