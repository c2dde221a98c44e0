/** The demo: a user of an organization, and a sample BOM. Made here alone, never by migrations or seed.sql. */
import { createClient } from '@supabase/supabase-js';
import { type Api, createApi } from './api-client.ts';
import type { Stack } from './stack.ts';

export const DEMO_EMAIL = 'demo@bomstream.local';
const ORGANIZATION = 'Demo organization';
const PROJECT = 'Demo project';
const SAMPLE = new URL('sample-bom.csv', import.meta.url);
const SAMPLE_NAME = 'Sample: environmental sensor';

export interface Demo {
  readonly api: Api;
  readonly email: string;
  readonly organizationId: string;
  readonly projectId: string;
}

/** Makes the user, organization and project where they are missing, and signs in through the API. */
export async function signInToDemo(stack: Stack): Promise<Demo> {
  const { keys, admin, apiUrl } = stack;
  const userId = await stack.ensureUser(DEMO_EMAIL, keys.password);
  await admin.query(
    `with made as (
       insert into public.organizations (name) select $2
       where not exists (select from public.organization_members where user_id = $1)
       returning id),
     member as (
       insert into public.organization_members (organization_id, user_id, role) select id, $1, 'admin' from made)
     insert into public.projects (organization_id, name) select id, $3 from made`,
    [userId, ORGANIZATION, PROJECT],
  );
  const { rows: [project] } = await admin.query(
    `select p.id, p.organization_id from public.projects p
     join public.organization_members m on m.organization_id = p.organization_id and m.user_id = $1
     order by p.created_at limit 1`,
    [userId],
  );
  const client = createClient(apiUrl, keys.publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  const { data, error } = await client.auth.signInWithPassword({
    email: DEMO_EMAIL,
    password: keys.password,
  });
  if (error) throw error;
  const api = createApi(apiUrl, data.session.access_token);
  return { api, email: DEMO_EMAIL, organizationId: project.organization_id, projectId: project.id };
}

export interface StartedRun {
  readonly bomId: string;
  readonly name: string;
  readonly run: number;
  readonly totalItems: number;
  /** When the start was asked for, in milliseconds since 1970. */
  readonly startedAt: number;
}

/** Imports the user's file, or the sample where it is not there yet, and starts a run over all of its lines. */
export async function startRun({ api, organizationId }: Demo, file: string | null): Promise<StartedRun> {
  const bom = file === null
    ? await findSample(api) ??
      await importCsv(api, organizationId, SAMPLE_NAME, await Deno.readTextFile(SAMPLE))
    : await importCsv(api, organizationId, file.split(/[\\/]/).at(-1)!, await readUserFile(file));
  const startedAt = Date.now();
  const run = await api.post(`enrichment/${bom.bom_id}/start`, {
    organization_id: organizationId,
    mode: 'all',
  });
  return { bomId: bom.bom_id, name: bom.name, run: run.run, totalItems: run.total_items, startedAt };
}

async function findSample(api: Api): Promise<{ bom_id: string; name: string } | undefined> {
  const { boms } = await api.get('boms');
  return boms.find((bom: { name: string }) => bom.name === SAMPLE_NAME);
}

function importCsv(api: Api, organizationId: string, name: string, csv: string) {
  return api.post('boms', { organization_id: organizationId, name, csv });
}

async function readUserFile(file: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await Deno.readFile(file);
  } catch (error) {
    throw new Error(
      `Cannot read ${file}: ${error instanceof Deno.errors.NotFound ? 'there is no such file' : error}`,
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`${file} is not UTF-8 text. Save it as "CSV UTF-8" and try again.`);
  }
}
