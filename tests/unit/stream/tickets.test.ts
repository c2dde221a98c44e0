import { base64url } from 'jose';
import { describe, expect, it } from 'vitest';
import { createTickets, isTicket } from '../../../shared/stream/tickets.ts';
import type { Scope } from '../../../shared/stream/scope.ts';
import { createManualClock, T0 } from '../support/clock.ts';
import { BOM, ORGANIZATION, OTHER_BOM, USER } from '../support/events.ts';

const KEY = 'a key of more than thirty-two bytes, the first';
const OLD_KEY = 'a key of more than thirty-two bytes, the older';
const INVALID = { kind: 'signed_out', code: 'invalid_ticket' };
const SCOPE: Scope = { kind: 'bom', id: BOM };

function start(...keys: string[]) {
  const clock = createManualClock();
  const tickets = createTickets({ keys: keys.length > 0 ? keys : [KEY], now: clock.now });
  const issue = (seconds = 900, scope = SCOPE) => tickets.issue({ userId: USER, scope, seconds });
  return { clock, tickets, issue };
}

/** Any text, signed as tickets are. */
async function signed(claims: string, key = KEY): Promise<string> {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const hmac = await crypto.subtle.importKey('raw', bytes(key), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  return `${claims}.${
    base64url.encode(new Uint8Array(await crypto.subtle.sign('HMAC', hmac, bytes(claims))))
  }`;
}

const inSeconds = (seconds: number) => Math.floor(T0 / 1000) + seconds;
const soon = inSeconds(900);

describe('a ticket', () => {
  it.each<Scope>([SCOPE, { kind: 'organization', id: ORGANIZATION }])(
    'says for whom it is, for what, and until when: $kind',
    async (scope) => {
      const { tickets, issue } = start();
      const { ticket, expiresAt } = await issue(60, scope);
      expect(expiresAt).toBe(T0 + 60_000);
      expect(await tickets.verify(ticket)).toEqual({ userId: USER, scope, expiresAt });
    },
  );

  it('is short, and an address takes it as it is', async () => {
    const { issue } = start();
    const { ticket } = await issue();
    expect(ticket.length).toBeLessThan(200);
    expect(encodeURIComponent(ticket)).toBe(ticket);
    expect(isTicket(ticket)).toBe(true);
  });

  it('can be used again and again, to the millisecond of its end and not longer', async () => {
    const { clock, tickets, issue } = start();
    const { ticket } = await issue(60);
    await tickets.verify(ticket);
    await clock.advance(59_999);
    await tickets.verify(ticket);
    await clock.advance(1);
    await expect(tickets.verify(ticket)).rejects.toMatchObject({
      ...INVALID,
      detail: expect.stringContaining('expired'),
    });
  });

  it('cannot be issued for longer than a quarter of an hour', async () => {
    await expect(start().issue(901)).rejects.toThrow(RangeError);
  });

  it('that lasts longer is refused, whoever has signed it with our key', async () => {
    const { tickets } = start();
    const lasting = (seconds: number) => signed(`stream.bom.${USER}.${BOM}.${inSeconds(seconds)}`);
    for (const seconds of [961, 3_600, 9_999_999_999 - Math.floor(T0 / 1000)]) {
      await expect(tickets.verify(await lasting(seconds))).rejects.toMatchObject(INVALID);
    }
    // Signed by an isolate whose clock is a minute ahead.
    expect(await tickets.verify(await lasting(960))).toMatchObject({ userId: USER });
  });

  it('is refused when any of its characters is another', async () => {
    const { tickets, issue } = start();
    const { ticket } = await issue();
    for (let i = 0; i < ticket.length; i++) {
      for (const other of ['A', '0', 'f', '.']) {
        if (ticket[i] === other) continue;
        const tampered = ticket.slice(0, i) + other + ticket.slice(i + 1);
        await expect(tickets.verify(tampered), tampered).rejects.toMatchObject(INVALID);
      }
    }
  });

  it('has one spelling only', async () => {
    const { tickets, issue } = start();
    const { ticket } = await issue();
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const accepted: string[] = [];
    for (const last of alphabet) {
      const spelled = ticket.slice(0, -1) + last;
      await tickets.verify(spelled).then(() => accepted.push(spelled), () => {});
    }
    expect(accepted).toEqual([ticket]);
    for (const spelled of [`${ticket}=`, ` ${ticket}`, `${ticket}\n`, ticket.toUpperCase()]) {
      await expect(tickets.verify(spelled)).rejects.toMatchObject(INVALID);
    }
  });

  it.each([
    `stream.bom.${USER}.${OTHER_BOM}.${soon}`,
    `stream.organization.${USER}.${BOM}.${soon}`,
  ])('signed by somebody else is refused: %s', async (claims) => {
    const { tickets } = start();
    await expect(tickets.verify(await signed(claims, 'a key that is nobody knows whose'))).rejects
      .toMatchObject(INVALID);
    // what makes the line above mean anything
    expect(await tickets.verify(await signed(claims))).toMatchObject({ userId: USER });
  });

  it.each([
    `export.bom.${USER}.${BOM}.${soon}`,
    `streams.bom.${USER}.${BOM}.${soon}`,
    `stream.line.${USER}.${BOM}.${soon}`,
    `stream.bom.${USER}.${BOM}`,
    `stream.bom.${USER}.${BOM}.${soon}.more`,
    `stream.bom..${BOM}.${soon}`,
    `stream.bom.${'a'.repeat(36)}.${BOM}.${soon}`,
    `stream.bom.${'-'.repeat(36)}.${BOM}.${soon}`,
    `stream.bom.${USER}.${'a'.repeat(36)}.${soon}`,
    `stream.bom.${USER.replaceAll('-', '')}----.${BOM}.${soon}`,
    'stream',
    '',
  ])('of another purpose or shape is none, though our own key signed it: %s', async (claims) => {
    await expect(start().tickets.verify(await signed(claims))).rejects.toMatchObject(INVALID);
  });

  it('is never quoted in a refusal', async () => {
    const { clock, tickets, issue } = start();
    const { ticket } = await issue(60);
    await clock.advance(60_000);
    const refusal = await tickets.verify(ticket).catch((error) => error);
    expect(JSON.stringify([refusal, refusal.message, refusal.detail])).not.toContain(ticket.slice(-20));
  });
});

describe('when keys are changed', () => {
  it('tickets of the older one work while it is listed, and no longer', async () => {
    const { ticket } = await start(OLD_KEY).issue();
    expect(await start(KEY, OLD_KEY).tickets.verify(ticket)).toMatchObject({ userId: USER });
    await expect(start(KEY).tickets.verify(ticket)).rejects.toMatchObject(INVALID);
  });

  it('the first one signs', async () => {
    const { ticket } = await start(KEY, OLD_KEY).issue();
    expect(await start(KEY).tickets.verify(ticket)).toMatchObject({ userId: USER });
    await expect(start(OLD_KEY).tickets.verify(ticket)).rejects.toMatchObject(INVALID);
  });
});

it.each(['eyJhbGciOiJFUzI1NiJ9.e30.x', '', 'streams.x', 'x.stream.y'])('is no ticket: %s', (token) => {
  expect(isTicket(token)).toBe(false);
});
