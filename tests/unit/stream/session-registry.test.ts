import { describe, expect, it } from 'vitest';
import { type Clocked, createSessionRegistry } from '../../../shared/stream/session-registry.ts';

import { createManualClock, settled } from '../support/clock.ts';
import { opening, startSession } from '../support/session.ts';

function registry() {
  const clock = createManualClock();
  return { clock, sessions: createSessionRegistry(clock.every) };
}

/** What the registry does with a session, counted. */
function counted(): { session: Clocked; ticks: () => number } {
  const { session } = startSession();
  let ticks = 0;
  session.tick = () => void (ticks += 1);
  return { session, ticks: () => ticks };
}

describe('the clock of all sessions', () => {
  it('does not run while there are none', async () => {
    const { clock, sessions } = registry();
    expect(clock.pending()).toEqual([]);
    const { session } = counted();
    sessions.add(session);
    expect(clock.pending()).toHaveLength(1);
    sessions.remove(session);
    await clock.advance(5_000);
    expect(clock.pending()).toEqual([]);
    sessions.add(session);
    expect(clock.pending()).toHaveLength(1);
  });

  it('is one, however many sessions there are, and wakes each once a second', async () => {
    const { clock, sessions } = registry();
    const all = [counted(), counted(), counted()];
    for (const { session } of all) sessions.add(session);
    expect(sessions.size).toBe(3);
    expect(clock.pending()).toHaveLength(1);
    await clock.advance(3_000);
    expect(all.map(({ ticks }) => ticks())).toEqual([3, 3, 3]);
  });

  it('goes on for the others when one leaves', async () => {
    const { clock, sessions } = registry();
    const [one, other] = [counted(), counted()];
    sessions.add(one.session);
    sessions.add(other.session);
    sessions.remove(one.session);
    sessions.remove(one.session);
    await clock.advance(2_000);
    expect([one.ticks(), other.ticks(), sessions.size]).toEqual([0, 2, 1]);
  });
});

describe('when the isolate is about to end', () => {
  it('every client is asked to come back elsewhere', async () => {
    const { sessions } = registry();
    const all = [startSession(), startSession()];
    for (const { session, client } of all) {
      client.start();
      session.open(opening());
      sessions.add(session);
    }
    sessions.rotateAll();
    await settled();
    for (const { client, closed } of all) {
      expect(client.events().at(-1)).toBe('reconnect');
      expect(closed).toEqual(['rotated']);
    }
  });

  it('sessions may take themselves off the list while they are gone through', () => {
    const { sessions } = registry();
    const rotated: number[] = [];
    [1, 2, 3].forEach((n) => {
      const { session } = counted();
      session.rotate = () => {
        rotated.push(n);
        sessions.remove(session);
      };
      sessions.add(session);
    });
    sessions.rotateAll();
    expect(rotated).toEqual([1, 2, 3]);
    expect(sessions.size).toBe(0);
  });
});
