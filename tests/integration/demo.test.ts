import { describe, expect, it } from 'vitest';
import { ensureDemoUser } from '../../local/demo.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();

describe('the demo user', () => {
  it('has a place of its own at every start, whatever became of the last one', async () => {
    const admin = await database.session();
    const [{ id: userId }] = await database.query(
      `insert into auth.users (email) values ('demo@bomstream.local') returning id`,
    );
    const keys = { demoPassword: 'password', publishableKey: 'key' };
    const start = () =>
      ensureDemoUser({ keys, admin, apiUrl: '', ensureUser: () => Promise.resolve(userId) });

    const first = await start();
    expect(await start()).toEqual(first);

    await database.query('delete from bomstream.projects where id = $1', [first.projectId]);
    const again = await start();
    expect(again.organizationId).toBe(first.organizationId);
    expect(again.projectId).not.toBe(first.projectId);

    // A viewer of an older organization with a project.
    const { organizationId: theirs } = await database.tenant('admin');
    await database.query(`update bomstream.organizations set created_at = '2020-01-01' where id = $1`, [
      theirs,
    ]);
    await database.query(`insert into bomstream.projects (organization_id, name) values ($1, 'Theirs')`, [
      theirs,
    ]);
    await database.query(`insert into bomstream.organization_members values ($1, $2, 'viewer')`, [
      theirs,
      userId,
    ]);
    expect(await start()).toEqual(again);

    await database.query('delete from bomstream.organizations where id = $1', [first.organizationId]);
    const anew = await start();
    expect([first.organizationId, theirs]).not.toContain(anew.organizationId);
    const [{ role }] = await database.query(
      'select role from bomstream.organization_members where organization_id = $1 and user_id = $2',
      [anew.organizationId, userId],
    );
    expect(role).toBe('admin');
  });
});
