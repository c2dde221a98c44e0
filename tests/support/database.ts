/** A database of its own for a test file: the migrated template, copied. */
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, inject, vi } from 'vitest';
import { TEMPLATE } from './global-stack.ts';

export interface TestDatabase {
  /** The superuser's way in. */
  readonly adminUrl: string;
  /** A new session, as the superuser. Closed after the test that opened it, or else after the file's tests. */
  session(): Promise<pg.Client>;
  /** Calls a function of schema public as the service role does, and returns its one value. */
  call(name: string, args: Record<string, unknown>, client?: pg.Client | pg.Pool): Promise<Json>;
  /** Runs SQL in any session. */
  query(sql: string, values?: unknown[]): Promise<Json[]>;
  /** Resolves when so many of the sessions wait for another's lock. */
  untilWaiting(sessions?: number): Promise<void>;
  /** Makes a user who belongs to nothing, and returns the id. */
  user(): Promise<string>;
  /** Makes a user with the role in the organization. */
  member(organizationId: string, role: Role): Promise<Tenant>;
  /** Makes an organization with a member of the role. */
  tenant(role?: Role): Promise<Tenant>;
  /** Makes a BOM of as many lines as there are part numbers, ready to be started. */
  bom(tenant: Tenant, partNumbers: readonly (string | null)[]): Promise<string>;
}

export type Role = 'viewer' | 'editor' | 'admin';

export interface Tenant {
  readonly userId: string;
  readonly organizationId: string;
}

// What the database answers is asserted on, not typed.
// deno-lint-ignore no-explicit-any
export type Json = any;

/** A session plans each statement anew the first five times, and may keep the plan from then on. */
export const CALLS_TO_KEEP_A_PLAN = 6;

/** What a session takes to come to a lock on a busy machine, several times over. */
const LOCK_WAIT = { timeout: 10_000, interval: 10 };

const isTextList = (value: object) =>
  Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string');

/**
 * A database of the test file's own, dropped at its end.
 * @param prepare what makes an empty database ready, where it is not to be as the product's migrations make it
 * @param template what the empty database is made of, as SQL
 */
export function useDatabase(prepare?: (adminUrl: string) => Promise<void>, template = ''): TestDatabase {
  const { adminUrl } = inject('stack');
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
  const url = Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href;
  const open: pg.Client[] = [];
  let openBefore = 0;
  let main: pg.Pool;

  async function session(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {}); // the database is dropped under a session that a failed test left open
    await client.connect();
    open.push(client);
    return client;
  }

  beforeAll(async () => {
    await onServer(
      adminUrl,
      `create database ${name} ${prepare ? template : `template ${TEMPLATE} strategy file_copy`}`,
    );
    await prepare?.(url);
    main = new pg.Pool({ connectionString: url, max: 4 });
    main.on('error', () => {}); // as above
  });
  // What a test leaves open holds its locks against the next one, and a file of many tests comes to the server's limit of connections.
  beforeEach(() => {
    openBefore = open.length;
  });
  afterEach(async () => {
    await Promise.all(open.splice(openBefore).map((client) => client.end()));
  });
  afterAll(async () => {
    await Promise.all([...open, main].map((connection) => connection.end()));
    await onServer(adminUrl, `drop database ${name} with (force)`);
  });

  const database: TestDatabase = {
    adminUrl: url,
    session,
    async call(name, args, client = main) {
      const names = Object.keys(args);
      const list = names.map((key, i) => `${key} => $${i + 1}`).join(', ');
      const { rows } = await client.query(
        `select public.${name}(${list}) as answer`,
        Object.values(args).map((value) =>
          // lists of ids are arrays to Postgres, everything else that has a structure is jsonb
          typeof value === 'object' && value !== null && !isTextList(value) ? JSON.stringify(value) : value
        ),
      );
      return rows[0].answer;
    },
    async query(sql, values) {
      return (await main.query(sql, values)).rows;
    },
    async untilWaiting(sessions = 1) {
      const waiting =
        `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
      await vi.waitUntil(async () => (await database.query(waiting)).length >= sessions, LOCK_WAIT);
    },
    async user() {
      const [{ id }] = await database.query(
        `insert into auth.users (email) values (gen_random_uuid() || '@example.com') returning id`,
      );
      return id;
    },
    async member(organizationId, role) {
      const userId = await database.user();
      const membership = [organizationId, userId, role];
      await database.query('insert into bomstream.organization_members values ($1, $2, $3)', membership);
      return { userId, organizationId };
    },
    async tenant(role = 'editor') {
      const [organization] = await database.query(
        `insert into bomstream.organizations (name) values ('Test') returning id`,
      );
      return await database.member(organization.id, role);
    },
    async bom({ userId, organizationId }, partNumbers) {
      const { bom } = await database.call('bomstream_bom_create', {
        p_user_id: userId,
        p_organization_id: organizationId,
        p_project_id: null,
        p_name: 'Test',
        p_lines: partNumbers.map((mpn, i) => ({
          line_number: i + 1,
          mpn,
          orderable_key: mpn,
          do_not_place: false,
        })),
      });
      return bom.bom_id;
    },
  };
  return database;
}

async function onServer(adminUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
