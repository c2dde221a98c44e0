/** A database out of the SQL that people edit, instead of out of the migrations. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { prepareDatabase } from '../../local/database.ts';
import { readSchemaFile, SCHEMA_PATHS } from '../support/schema-files.ts';

/** Makes an empty database what a hosted project is before its first migration. */
export async function preparePlatform(adminUrl: string): Promise<void> {
  const noMigrations = await mkdtemp(join(tmpdir(), 'bomstream-none-'));
  await prepareDatabase(adminUrl, undefined, pathToFileURL(`${noMigrations}/`));
  await rm(noMigrations, { recursive: true });
}

/** Makes an empty database what supabase/schemas says, by the same lesser role that migrations run as. */
export async function prepareFromSchemas(adminUrl: string): Promise<void> {
  await preparePlatform(adminUrl);
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('set role postgres');
    for (const path of SCHEMA_PATHS) {
      await client.query(readSchemaFile(path)).catch((cause) => {
        throw new Error(`${path}: ${cause.message}`, { cause });
      });
    }
  } finally {
    await client.end();
  }
}
