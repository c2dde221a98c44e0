/** The database of a running stack, with every right. */
import pg from 'pg';
import type { StackAddress } from './stack.ts';

export async function inDatabase<T>(
  { adminUrl }: Pick<StackAddress, 'adminUrl'>,
  work: (admin: pg.Client) => Promise<T>,
): Promise<T> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

/** Has at most so many runners at work. */
export async function limitRunners(stack: Pick<StackAddress, 'adminUrl'>, most: number): Promise<void> {
  await inDatabase(stack, (admin) => admin.query('update bomstream.settings set max_runners = $1', [most]));
}
