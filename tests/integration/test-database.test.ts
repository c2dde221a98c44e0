/** What the other tests rely on: a session lasts as long as its test, so that no test holds locks against the next. */
import { expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
const LOCK = `lock table bomstream.settings in access exclusive mode`;

it.each(['first', 'second'])('a lock that a test leaves behind is gone for the next: the %s', async () => {
  const session = await database.session();
  await session.query('begin');
  await session.query(`set local lock_timeout = '5s'`);
  await expect(session.query(LOCK)).resolves.toBeDefined();
});
