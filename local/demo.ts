/** The demo user of the local stack, made here alone, never by migrations or seed.sql. */
import { DEMO_EMAIL } from '../cli/local-install.ts';
import type { Project } from '../cli/project.ts';
import type pg from 'pg';

const ORGANIZATION = 'Demo organization';
const PROJECT = 'Demo project';

/** What is needed of a running stack. */
interface Stack {
  readonly apiUrl: string;
  readonly keys: { readonly demoPassword: string; readonly publishableKey: string };
  readonly admin: Pick<pg.Client, 'query'>;
  ensureUser(email: string, password: string): Promise<string>;
}

/** A user with a place of their own. */
export interface DemoUser extends Project {
  readonly organizationId: string;
  readonly projectId: string;
}

/** Makes the user, an organization and a project where they are missing. */
export async function ensureDemoUser(stack: Stack): Promise<DemoUser> {
  const { keys, admin, apiUrl } = stack;
  const userId = await stack.ensureUser(DEMO_EMAIL, keys.demoPassword);
  // Whatever became of them since: the user may have deleted either, and be a member of others.
  await admin.query(
    `with made as (
       insert into bomstream.organizations (name) select $2
       where not exists (select from bomstream.organization_members where user_id = $1 and role = 'admin')
       returning id)
     insert into bomstream.organization_members (organization_id, user_id, role) select id, $1, 'admin' from made`,
    [userId, ORGANIZATION],
  );
  const { rows: [organization] } = await admin.query(
    `select o.id from bomstream.organizations o
     join bomstream.organization_members m on m.organization_id = o.id and m.user_id = $1 and m.role = 'admin'
     order by o.created_at limit 1`,
    [userId],
  );
  const { rows: [project] } = await admin.query(
    `with made as (
       insert into bomstream.projects (organization_id, name) select $1, $2
       where not exists (select from bomstream.projects where organization_id = $1)
       returning id, created_at)
     select id from (select id, created_at from made
                     union all select id, created_at from bomstream.projects where organization_id = $1) p
     order by created_at limit 1`,
    [organization.id, PROJECT],
  );
  return {
    apiUrl,
    publishableKey: keys.publishableKey,
    email: DEMO_EMAIL,
    password: keys.demoPassword,
    organizationId: organization.id,
    projectId: project.id,
  };
}
