/** What a store may answer and must not be believed, and that its adapter breaks over none of it. */
import { afterEach, describe, expect, it } from 'vitest';
import { ProgressUnavailable } from '../../../shared/progress/port.ts';
import { toStoredEvent } from '../../../shared/progress/stored-event.ts';
import { createTableProgress } from '../../../shared/progress/table.ts';
import { fakeDatabase } from '../support/database.ts';
import { BOM, envelope, OTHER_BOM, stored } from '../support/events.ts';
import { startRedis } from '../support/redis.ts';

let close = () => Promise.resolve();
afterEach(() => close());

const base64 = (text: string) => Buffer.from(text).toString('base64');
const key = (bomId: string) => base64(`enrichment:progress:${bomId}`);
const entry = (id: string, json: string) => [base64(id), [base64('event'), base64(json)]];

/** What a read of two BOMs makes of an answer. */
async function readFrom(result: unknown) {
  const redis = await startRedis({ fault: () => Response.json({ result }) });
  close = redis.close;
  return await redis.progress().read([{ bomId: BOM, after: null }, { bomId: OTHER_BOM, after: null }]);
}

describe('an answer of Redis', () => {
  it.each<[string, unknown]>([
    ['a stream that is nothing', [null]],
    ['a stream that is a number', [7]],
    ['a stream that is an object', [{ 0: key(BOM), 1: [] }]],
    ['a stream without entries', [[key(BOM)]]],
    ['a stream whose entries are a text', [[key(BOM), base64('x')]]],
    ['a stream whose key is a number', [[5, []]]],
    ['a stream whose key is a list', [[[key(BOM)], []]]],
    ['one stream among others', [[key(OTHER_BOM), []], null]],
  ])('with %s is corrupt', async (_name, result) => {
    await expect(readFrom(result)).rejects.toEqual(new ProgressUnavailable('redis', 'corrupt'));
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a number', 5],
    ['a text', base64('1-1')],
    ['an object', { id: base64('1-1') }],
    ['an empty list', []],
    ['fields that are a text', [base64('1-1'), base64('event')]],
    ['a value that is a list', [base64('1-1'), [base64('event'), [base64(stored('1-1').json)]]]],
    ['JSON of null', entry('1-1', 'null')],
    ['JSON of a text', entry('1-1', '"1-1"')],
  ])('with an entry that is %s makes that BOM unreadable, and no other', async (_name, bad) => {
    const other = stored('1-1', { bomId: OTHER_BOM });
    const news = await readFrom([
      [key(BOM), [entry('1-1', stored('1-1').json), bad]],
      [key(OTHER_BOM), [entry('1-1', other.json)]],
    ]);
    expect(news).toEqual(new Map<string, unknown>([[BOM, 'unreadable'], [OTHER_BOM, [other]]]));
  });
});

describe('an envelope', () => {
  const { state, ...rest } = envelope('1-2');

  it('is read whole, with its own text where the store keeps it', () => {
    expect(toStoredEvent(BOM, envelope('1-2'))).toEqual(stored('1-2'));
    expect(toStoredEvent(BOM, envelope('1-2'), 'the text')).toEqual({ ...stored('1-2'), json: 'the text' });
  });

  it.each([[2, true], [3, undefined], [null, undefined]])(
    'is near its end where it says so: with %s seconds to go',
    (eta_seconds, isNearEnd) => {
      expect(toStoredEvent(BOM, envelope('1-2', { state: { eta_seconds } }))?.isNearEnd).toBe(isNearEnd);
    },
  );

  it.each<[string, unknown]>([
    ['an id', { ...rest, state, event_id: undefined }],
    ['an id that is text', { ...rest, state, event_id: 12 }],
    ['an id of ours', { ...rest, state, event_id: '0-0' }],
    ['a type', { ...rest, state, event_type: undefined }],
    ['a type we know', { ...rest, state, event_type: 'enrichment.exploded' }],
    ['a BOM', { ...rest, state, bom_id: undefined }],
    ['our BOM', { ...rest, state, bom_id: OTHER_BOM }],
    ['a state', rest],
    ['a status', { ...rest, state: { ...state, status: undefined } }],
    ['a time', { ...rest, state, created_at: undefined }],
    ['a time that can be read', { ...rest, state, created_at: 'yesterday' }],
    ['a status we know', { ...rest, state: { ...state, status: 'exploded' } }],
  ])('without %s is none', (_name, value) => {
    expect(toStoredEvent(BOM, value)).toBeNull();
  });
});

describe('an answer of the table', () => {
  const answered = (answer: unknown) =>
    createTableProgress(fakeDatabase({ bomstream_replay: () => answer })).read([{
      bomId: BOM,
      after: null,
    }]);

  it.each<[string, unknown]>([
    ['without a BOM', [{ news: 'events', events: [] }]],
    ['without news', [{ bom_id: BOM, events: [] }]],
    ['with news we do not know', [{ bom_id: BOM, news: 'lost', events: [] }]],
    ['without events', [{ bom_id: BOM, news: 'events' }]],
    ['that is no list', { bom_id: BOM, news: 'events', events: [] }],
  ])('%s is not believed', async (_name, answer) => {
    await expect(answered(answer)).rejects.toThrow();
  });
});
