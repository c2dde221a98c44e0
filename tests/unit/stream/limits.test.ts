import { describe, expect, it } from 'vitest';
import {
  createLimits,
  type Limits,
  MAX_CONNECTS_PER_MINUTE,
  MAX_STREAMS,
  MAX_STREAMS_PER_VIEWER,
} from '../../../shared/stream/limits.ts';
import { createManualClock } from '../support/clock.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';

function start() {
  const clock = createManualClock();
  return { clock, limits: createLimits(clock.now) };
}

const fill = (limits: Limits, viewer: string, streams = MAX_STREAMS_PER_VIEWER) =>
  Array.from({ length: streams }, () => limits.admit(viewer, null));

function refusalOf(limits: Limits, viewer: string, client: string | null = null): Refusal | null {
  try {
    limits.release(limits.admit(viewer, client));
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

describe('one viewer', () => {
  it('has twelve streams and not thirteen, whatever others have', () => {
    const { limits } = start();
    fill(limits, 'one');
    expect(refusalOf(limits, 'one')).toMatchObject({ kind: 'too_many', code: 'too_many_streams' });
    expect(refusalOf(limits, 'other')).toBeNull();
  });

  it('has room again for each stream that ends', () => {
    const { limits } = start();
    const [slot] = fill(limits, 'one');
    limits.release(slot!);
    limits.admit('one', null);
    expect(refusalOf(limits, 'one')).not.toBeNull();
  });

  it('gets one place back for one stream, however often its end is told', () => {
    const { limits } = start();
    const [slot] = fill(limits, 'one');
    for (let i = 0; i < 3; i++) limits.release(slot!);
    limits.admit('one', null);
    expect(refusalOf(limits, 'one')).not.toBeNull();
  });
});

describe('the same client', () => {
  it('replaces its older stream, which is ended and not counted', () => {
    const { limits } = start();
    fill(limits, 'one', MAX_STREAMS_PER_VIEWER - 1);
    const ended: number[] = [];
    for (let i = 0; i < 5; i++) {
      limits.admit('one', 'tab').stream = { replace: () => void ended.push(i), probe: () => {} };
    }
    expect(ended).toEqual([0, 1, 2, 3]);
    expect(refusalOf(limits, 'one')).toMatchObject({ code: 'too_many_streams' });
  });

  it('of another viewer is somebody else', () => {
    const { limits } = start();
    limits.admit('one', 'tab').stream = {
      replace: () => expect.fail('replaced by a stranger'),
      probe: () => {},
    };
    limits.admit('other', 'tab');
    limits.admit('one', 'other tab');
    limits.admit('one', null);
  });

  it('that ended its stream replaces nothing, and the end of a replaced one takes nothing from its successor', () => {
    const { limits } = start();
    const first = limits.admit('one', 'tab');
    limits.admit('one', 'tab');
    limits.release(first);
    fill(limits, 'one', MAX_STREAMS_PER_VIEWER - 1);
    expect(refusalOf(limits, 'one')).not.toBeNull();
  });

  it('keeps its stream when the next one is refused', () => {
    const { limits } = start();
    limits.admit('one', 'tab').stream = {
      replace: () => expect.fail('replaced by nothing'),
      probe: () => {},
    };
    for (let i = 1; i < MAX_CONNECTS_PER_MINUTE; i++) limits.release(limits.admit('one', null));
    expect(refusalOf(limits, 'one', 'tab')).toMatchObject({ code: 'too_many_connects' });
  });
});

describe('an isolate', () => {
  const full = () => {
    const started = start();
    const slots = Array.from(
      { length: MAX_STREAMS },
      (_, i) => started.limits.admit(String(i), i === 0 ? 'tab' : null),
    );
    return { ...started, slots };
  };

  it('is full at some point, for everybody', () => {
    const { limits, slots } = full();
    expect(refusalOf(limits, 'anybody')).toMatchObject({ kind: 'unavailable', code: 'isolate_full' });
    limits.release(slots[500]!);
    expect(refusalOf(limits, 'anybody')).toBeNull();
  });

  it('gets one place back for one stream, however often its end is told', () => {
    const { limits, slots } = full();
    limits.release(slots[1]!);
    const [first] = fill(limits, '2', 1);
    for (let i = 0; i < 3; i++) limits.release(first!);
    limits.admit('anybody', null);
    expect(refusalOf(limits, 'anybody')).toMatchObject({ code: 'isolate_full' });
  });

  it('that is full still lets a client replace its own stream', () => {
    const { limits } = full();
    limits.admit('0', 'tab');
    expect(refusalOf(limits, '0')).toMatchObject({ code: 'isolate_full' });
  });
});

describe('a reconnect loop', () => {
  it('is refused for the rest of its minute, and nobody else is', async () => {
    const { limits, clock } = start();
    for (let i = 0; i < MAX_CONNECTS_PER_MINUTE; i++) limits.release(limits.admit('one', null));
    await clock.advance(20_500);
    expect(refusalOf(limits, 'one')).toMatchObject({
      kind: 'too_many',
      code: 'too_many_connects',
      more: { retryAfterSeconds: 40 },
    });
    expect(refusalOf(limits, 'other')).toBeNull();
    await clock.advance(39_500);
    expect(refusalOf(limits, 'one')).toBeNull();
  });

  it('does not make its minute longer by going on', async () => {
    const { limits, clock } = start();
    for (let i = 0; i < MAX_CONNECTS_PER_MINUTE; i++) limits.release(limits.admit('one', null));
    for (let i = 0; i < 59; i++) {
      expect(refusalOf(limits, 'one')).not.toBeNull();
      await clock.advance(1_000);
    }
    await clock.advance(1_000);
    expect(refusalOf(limits, 'one')).toBeNull();
  });
});
