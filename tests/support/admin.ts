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

const pools = new Map<string, pg.Pool>();

/** Runs one statement and returns its rows. */
// deno-lint-ignore no-explicit-any -- what the database answers is asserted on, not typed
export async function sql<Row extends pg.QueryResultRow = any>(
  { adminUrl }: Pick<StackAddress, 'adminUrl'>,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  let pool = pools.get(adminUrl);
  if (!pool) {
    // Nobody ends it: a test process may end while it is idle, and so may the stack.
    pool = new pg.Pool({ connectionString: adminUrl, max: 4, allowExitOnIdle: true });
    pool.on('error', () => {});
    pools.set(adminUrl, pool);
  }
  return (await pool.query<Row>(text, [...values])).rows;
}

/** Has at most so many runners at work. */
export async function limitRunners(stack: Pick<StackAddress, 'adminUrl'>, most: number): Promise<void> {
  await sql(stack, 'update bomstream.settings set max_runners = $1', [most]);
}
