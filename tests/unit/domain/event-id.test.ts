import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareEventIds,
  type EventId,
  formatEventId,
  isDirectSuccessor,
  parseEventId,
} from '../../../shared/domain/event-id.ts';

/** The largest number that the database's columns and parameters take. */
const LARGEST = 2 ** 31 - 1;

const part = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 999_999_999 }));
const eventId: fc.Arbitrary<EventId> = fc.record({ run: part, seq: part });

describe('an event id as text', () => {
  it('holds run and sequence number', () => {
    expect(parseEventId('3-17')).toEqual({ run: 3, seq: 17 });
    expect(formatEventId({ run: 3, seq: 17 })).toBe('3-17');
  });

  it('comes back as it was written', () => {
    fc.assert(fc.property(eventId, (id) => {
      expect(parseEventId(formatEventId(id))).toEqual(id);
    }));
  });

  it.each([
    '',
    '3',
    '3-',
    '-17',
    '3-17-1',
    '0-1',
    '1-0',
    '0-0',
    '03-17',
    '3-017',
    '-3-17',
    '3--17',
    '3.0-17',
    '3e1-17',
    ' 3-17',
    '3-17 ',
    '3-17\n',
    '3_17',
    '3\u201317',
    '\u0663-\u0661\u0667',
    '0x3-17',
    '3-17.0b7c3c2e-8f6c-4a52-9d0e-5f1f7a3c9b1d',
    '$',
  ])('is nothing else: %j', (text) => {
    expect(parseEventId(text)).toBeNull();
  });

  it('has one spelling only: what can be read is written the same way', () => {
    const nearly = fc.string({ unit: fc.constantFrom('0', '1', '9', '-', ' ', '.') });
    fc.assert(fc.property(nearly, (text) => {
      const id = parseEventId(text);
      expect(id === null || formatEventId(id) === text).toBe(true);
    }));
  });

  // A client writes whatever it likes into Last-Event-ID; the database would answer with an error, not with a reset.
  it.each(['2147483648-1', '1-2147483648', '999999999999999-1', '1700000000000-1'])(
    'is never larger than the database can take: %s',
    (text) => {
      expect(parseEventId(text)).toBeNull();
    },
  );

  it('is exact as far as it goes', () => {
    fc.assert(fc.property(fc.stringMatching(/^[1-9]\d{0,10}-[1-9]\d{0,10}$/), (text) => {
      const id = parseEventId(text);
      fc.pre(id !== null);
      expect(formatEventId(id!)).toBe(text);
      expect(Math.max(id!.run, id!.seq)).toBeLessThanOrEqual(LARGEST);
    }));
  });
});

describe('the order of event ids', () => {
  it.each([
    ['1-9', '1-10'],
    ['1-999', '2-1'],
    ['9-1', '10-1'],
  ])('is by number, not by text: %s is older than %s', (older, newer) => {
    expect(compareEventIds(parseEventId(older), parseEventId(newer))).toBeLessThan(0);
    expect(compareEventIds(parseEventId(newer), parseEventId(older))).toBeGreaterThan(0);
  });

  it('has a cursor that saw nothing before every event', () => {
    fc.assert(fc.property(eventId, (id) => {
      expect(compareEventIds(null, id)).toBeLessThan(0);
      expect(compareEventIds(id, null)).toBeGreaterThan(0);
    }));
    expect(compareEventIds(null, null)).toBe(0);
  });

  it('is total: any two differ in one direction only, and sorting does not depend on where they start', () => {
    const ids = fc.array(fc.option(eventId), { maxLength: 12 });
    fc.assert(fc.property(ids, fc.infiniteStream(fc.nat()), (some, keys) => {
      for (const a of some) {
        for (const b of some) {
          expect(Math.sign(compareEventIds(a, b)) + Math.sign(compareEventIds(b, a))).toBe(0);
        }
      }
      const shuffled = some.map((id) => ({ id, key: keys.next().value ?? 0 })).sort((a, b) => a.key - b.key)
        .map(({ id }) => id);
      expect(shuffled.sort(compareEventIds)).toEqual([...some].sort(compareEventIds));
    }));
  });
});

describe('the direct successor of a cursor', () => {
  it('is the very next event of the history and no other', () => {
    const runLengths = fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(fc.property(runLengths, (lengths) => {
      const history = lengths.flatMap((length, r) =>
        Array.from({ length }, (_, s) => ({ id: { run: r + 1, seq: s + 1 }, terminal: s === length - 1 }))
      );
      for (const [i, cursor] of [null, ...history].entries()) {
        for (const [j, { id }] of history.entries()) {
          expect(isDirectSuccessor(cursor?.id ?? null, cursor?.terminal ?? false, id)).toBe(j === i);
        }
      }
    }));
  });

  it('never lies beyond the end of a run that has not ended', () => {
    expect(isDirectSuccessor({ run: 1, seq: 5 }, false, { run: 2, seq: 1 })).toBe(false);
  });

  it('never lies in a run that has ended', () => {
    expect(isDirectSuccessor({ run: 1, seq: 5 }, true, { run: 1, seq: 6 })).toBe(false);
  });
});
