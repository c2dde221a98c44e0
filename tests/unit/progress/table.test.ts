/** The table's adapter over a fake database. What the table itself does is held to the contract with a real one. */
import { describe, expect, it } from 'vitest';
import { DatabaseError, DatabaseUnavailable } from '../../../shared/database/port.ts';
import { ProgressUnavailable } from '../../../shared/progress/port.ts';
import { createTableProgress, toStoredEvents } from '../../../shared/progress/table.ts';
import { fakeDatabase } from '../support/database.ts';
import { BOM, envelope, OTHER_BOM, stored } from '../support/events.ts';

describe('the table', () => {
  it('is asked once for all cursors', async () => {
    const database = fakeDatabase({
      bomstream_replay: () => [{ bom_id: BOM, news: 'events', events: [envelope('1-2')] }],
    });
    const news = await createTableProgress(database).read([
      { bomId: BOM, after: { run: 1, seq: 1 } },
      { bomId: OTHER_BOM, after: null },
    ]);
    expect(news).toEqual(new Map([[BOM, [stored('1-2')]]]));
    expect(database.calls).toEqual([{
      name: 'bomstream_replay',
      args: { p_cursors: [{ bom_id: BOM, run: 1, seq: 1 }, { bom_id: OTHER_BOM, run: 0, seq: 0 }] },
    }]);
  });

  it.each(['ahead', 'gone'] as const)('says that a cursor leads nowhere: %s', async (news) => {
    const database = fakeDatabase({ bomstream_replay: () => [{ bom_id: BOM, news, events: [] }] });
    const answer = await createTableProgress(database).read([{ bomId: BOM, after: { run: 1, seq: 1 } }]);
    expect(answer).toEqual(new Map([[BOM, news]]));
  });

  it('is not asked when nobody wants anything', async () => {
    const database = fakeDatabase();
    expect(await createTableProgress(database).read([])).toEqual(new Map());
    expect(database.calls).toEqual([]);
  });

  it('is unavailable while the database is', async () => {
    const database = fakeDatabase({
      bomstream_replay: () => {
        throw new DatabaseUnavailable();
      },
    });
    const failed = createTableProgress(database).read([{ bomId: BOM, after: null }]);
    await expect(failed).rejects.toMatchObject({
      name: 'ProgressUnavailable',
      store: 'table',
      reason: 'unreachable',
    });
  });

  it('hides no other error of the database', async () => {
    const database = fakeDatabase({
      bomstream_replay: () => {
        throw new DatabaseError('42883', 'bomstream_replay');
      },
    });
    const failed = createTableProgress(database).read([{ bomId: BOM, after: null }]);
    await expect(failed).rejects.toBeInstanceOf(DatabaseError);
  });

  it.each<[string, unknown]>([
    ['belongs to another BOM', envelope('1-1', { bomId: OTHER_BOM })],
    ['is no event', { event_id: '1-1' }],
    ['has no id of ours', { ...envelope('1-1'), event_id: '0-0' }],
  ])('hands on nothing that %s', (_name, event) => {
    expect(() => toStoredEvents(BOM, [event])).toThrow(new ProgressUnavailable('table', 'corrupt'));
  });
});
