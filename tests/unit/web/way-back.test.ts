import { beforeEach, expect, it } from 'vitest';
import { keepWayBack, takeWayBack } from '../../../web/src/app/way-back.ts';

let kept: Map<string, string>;
let storage: Storage;
beforeEach(() => {
  kept = new Map();
  storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  } as Storage;
});

it('leads whoever left for their mail back once', () => {
  keepWayBack(storage, { email: ' Ada@example.com', place: '/invitations/abc' });
  expect(takeWayBack(storage, 'ada@example.com')).toBe('/invitations/abc');
  expect(takeWayBack(storage, 'ada@example.com')).toBeNull();
});

it('leads nobody else there, and stays for the one who left', () => {
  keepWayBack(storage, { email: 'ada@example.com', place: '/invitations/abc' });
  expect(takeWayBack(storage, 'bob@example.com')).toBeNull();
  expect(takeWayBack(storage, undefined)).toBeNull();
  expect(takeWayBack(storage, 'ada@example.com')).toBe('/invitations/abc');
});

it('leads nowhere from the beginning, and forgets an older place', () => {
  keepWayBack(storage, { email: 'ada@example.com', place: '/invitations/abc' });
  keepWayBack(storage, { email: 'ada@example.com', place: '/' });
  expect(takeWayBack(storage, 'ada@example.com')).toBeNull();
});

it('takes what is no place for none', () => {
  for (const text of ['{', 'null', '1', '{"email":"ada@example.com"}']) {
    kept.set('bomstream:way-back', text);
    expect(takeWayBack(storage, 'ada@example.com')).toBeNull();
  }
});
