/** Prepares a database as a hosted project would be: platform first, then the project's own migrations. */
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';

const HERE = new URL('.', import.meta.url);
const MIGRATIONS = new URL('../supabase/migrations/', import.meta.url);

/** Any number, the same everywhere: two starts at once must not both migrate. */
const MIGRATION_LOCK = 7_461_001;

/** Names of this product's migrations, in a database that may have others: releases, and the first of what preceded them. */
const OURS = /^(bomstream_|private_schema$)/;

/**
 * Brings a database up to date; does nothing where nothing is missing.
 * @param adminUrl a superuser's URL
 * @param apiPassword what the API's role `authenticator` shall log in with; left alone without it
 * @param migrations the folder of the files to apply, the product's own without it
 * @throws Error naming the migration and PostgreSQL's message; that migration is then undone whole
 * @throws Error when this database has a migration of this product that is not here, or not what it was
 */
export async function prepareDatabase(
  adminUrl: string,
  apiPassword?: string,
  migrations = MIGRATIONS,
): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(await readFile(new URL('sql/bootstrap.sql', HERE), 'utf8'));
    await client.query(await readFile(new URL('sql/lookalikes.sql', HERE), 'utf8'));
    if (apiPassword) {
      await client.query(`alter role authenticator password ${client.escapeLiteral(apiPassword)}`);
    }
    await migrate(client, migrations);
  } finally {
    await client.end();
  }
}

/** Applies what is missing, in order, each file in a transaction of its own, recorded as the Supabase CLI does. */
async function migrate(client: pg.Client, folder: URL): Promise<void> {
  const { rows } = await client.query<
    { version: string; name: string | null; statements: readonly string[] | null }
  >('select version, name, statements from supabase_migrations.schema_migrations');
  const applied = new Map(rows.map(({ version, statements }) => [version, statements]));
  const files = (await readdir(folder)).filter((name) => /^\d+_\w+\.sql$/.test(name)).sort();
  const known = new Set(files.map((file) => file.slice(0, file.indexOf('_'))));
  const unknown = rows.find(({ version, name }) => OURS.test(name ?? '') && !known.has(version));
  if (unknown) throw madeByAnotherVersion(`its migration ${unknown.name} is not in supabase/migrations`);
  for (const file of files) {
    const [version, name] = [
      file.slice(0, file.indexOf('_')),
      file.slice(file.indexOf('_') + 1, -'.sql'.length),
    ];
    const sql = await readFile(new URL(file, folder), 'utf8');
    if (applied.has(version)) {
      if (isChanged(applied.get(version), sql)) {
        throw madeByAnotherVersion(`${file} has changed`);
      }
      continue;
    }
    try {
      await client.query('begin');
      // hosted, migrations do not run as a superuser; neither do they here
      await client.query('set local role postgres');
      await client.query(sql);
      await client.query('reset role');
      await client.query(
        'insert into supabase_migrations.schema_migrations (version, name, statements) values ($1, $2, $3)',
        [version, name, [sql]],
      );
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw new Error(`Migration ${file} failed: ${error instanceof Error ? error.message : error}`, {
        cause: error,
      });
    }
  }
}

function madeByAnotherVersion(sign: string): Error {
  return new Error(
    `This database was made by another version of bomstream (${sign}). ` +
      'Start with --reset for a new one, or with the version that made it.',
  );
}

/** Whole files are recorded here; the Supabase CLI records single statements, which say nothing of the file's text. */
function isChanged(recorded: readonly string[] | null | undefined, sql: string): boolean {
  return !recorded || recorded.length === 1 && recorded[0] !== sql;
}

/** Sets a Vault secret to a value, whether or not it exists. */
export async function setVaultSecret(
  client: pg.ClientBase | pg.Pool,
  name: string,
  value: string,
): Promise<void> {
  const { rows } = await client.query<{ id: string }>('select id from vault.secrets where name = $1', [name]);
  if (rows[0]) await client.query('select vault.update_secret($1, $2)', [rows[0].id, value]);
  else await client.query('select vault.create_secret($1, $2)', [value, name]);
}
